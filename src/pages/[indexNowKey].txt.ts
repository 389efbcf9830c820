import type { GetStaticPathsOptions } from 'astro'
import { withCacheKeys } from '#newsroom/page-keys.ts'
import { site } from '#site.ts'

/** The file by which search engines verify that a notification comes from the outlet itself. */
export function getStaticPaths({ routePattern }: GetStaticPathsOptions) {
  return withCacheKeys(
    routePattern,
    site.indexNow ? [{ params: { indexNowKey: site.indexNow.key }, props: {} }] : [],
  )
}

export const GET = () => new Response(site.indexNow?.key)
