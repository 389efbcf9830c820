import type { APIRoute, GetStaticPathsOptions } from 'astro'
import type { WebDeskSettings } from '#domain/web-desk-settings.ts'
import { t } from '#i18n/chrome.ts'
import { fill } from '#i18n/dictionary.ts'
import { audience } from '#newsroom/audience.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { links, site } from '#site.ts'
import { writeWebDeskPage } from '#syndication/web-desk-page.ts'
import { contentPolicy } from '#web-desk/backend.ts'

interface Props {
  webDesk: WebDeskSettings
}

export const getStaticPaths = ({ routePattern }: GetStaticPathsOptions) =>
  site.webDesk && audience === 'readers'
    ? withCacheKeys(routePattern, [{ params: { index: 'index' }, props: { webDesk: site.webDesk } }])
    : []

export const GET: APIRoute<Props> = ({ props }) => {
  const folder = links.webDesk()
  const html = writeWebDeskPage({
    title: fill(t.webDesk.title, { name: site.name }),
    lang: site.locale,
    policy: contentPolicy(props.webDesk),
    icon: links.publicFile('/favicon.svg'),
    config: `${folder}config.json`,
    script: `${folder}desk.js`,
    blocks: JSON.stringify(t.webDesk.blocks),
    needsScripts: t.webDesk.needsScripts,
  })
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
