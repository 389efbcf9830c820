import type { APIRoute } from 'astro'
import { getSitemapEntries } from '#newsroom/sitemap.ts'
import { audience } from '#newsroom/audience.ts'
import { getEdition } from '#newsroom/edition.ts'
import { unlessShard } from '#newsroom/page-keys.ts'

/** What the sitemap is made from, for `build/sitemap.ts`, which takes it out of the site again. */
export function getStaticPaths() {
  return unlessShard(audience === 'readers' ? [{ params: { sitemap: 'sitemap-entries' } }] : [])
}

export const GET: APIRoute = async () => Response.json(await getSitemapEntries(await getEdition()))
