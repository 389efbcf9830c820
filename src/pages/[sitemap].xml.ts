import type { APIRoute } from 'astro'
import { bridge } from '#build/bridge.ts'
import { audience } from '#newsroom/audience.ts'
import { getEdition } from '#newsroom/edition.ts'
import { unlessShard } from '#newsroom/page-keys.ts'
import { getSitemapEntries } from '#newsroom/sitemap.ts'
import { links, site } from '#site.ts'
import { writeNewsSitemap } from '#syndication/sitemap/news-sitemap.ts'

/** The news sitemap; nothing of a preview is for search engines. */
export function getStaticPaths() {
  return unlessShard(audience === 'preview' ? [] : [{ params: { sitemap: 'news-sitemap' } }])
}

export const GET: APIRoute = async () => {
  const edition = await getEdition()
  // The other sitemap, of all pages, is @astrojs/sitemap's: the build gives this to it.
  if (audience === 'readers') bridge().sitemapEntries?.(await getSitemapEntries(edition))
  const xml = writeNewsSitemap(edition.articles, edition.at, site, links)
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
