import type { APIRoute, GetStaticPathsOptions } from 'astro'
import type { WebDeskSettings } from '#domain/web-desk-settings.ts'
import { t } from '#i18n/chrome.ts'
import { audience } from '#newsroom/audience.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { site } from '#site.ts'
import { cmsConfig } from '#web-desk/config.ts'

interface Props {
  webDesk: WebDeskSettings
}

export const getStaticPaths = ({ routePattern }: GetStaticPathsOptions) =>
  site.webDesk && audience === 'readers'
    ? withCacheKeys(routePattern, [{ params: { config: 'config' }, props: { webDesk: site.webDesk } }])
    : []

export const GET: APIRoute<Props> = ({ props }) => Response.json(cmsConfig(site, props.webDesk, t))
