import type { APIRoute, GetStaticPathsOptions } from 'astro'
import code from '#client/copies/service-worker.js?raw'
import { SERVICE_WORKER_FILE } from '#domain/links.ts'
import { chromes } from '#i18n/chrome.ts'
import { audience } from '#newsroom/audience.ts'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { links } from '#site.ts'

/** Where an author works it would outlast the work, and stand between him and his pages. */
export function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  const known = {
    DESK: links.webDesk(),
    LISTS: chromes.map(({ links }) => ({ front: links.front(), list: links.saved() })),
  }
  const params = { worker: SERVICE_WORKER_FILE.replace('.js', '') }
  return withCacheKeys(routePattern, audience === 'readers' ? [{ params, props: { known } }] : [])
}

export const GET: APIRoute<{ known: Record<string, unknown> }> = ({ props }) => {
  const names = Object.entries(props.known).map(
    ([name, value]) => `const ${name} = ${JSON.stringify(value)}\n`,
  )
  return new Response(names.join('') + code, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  })
}
