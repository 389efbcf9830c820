import type { APIRoute } from 'astro'
import { bridge } from '#build/bridge.ts'
import { newestFirst } from '#domain/edition.ts'
import { audience } from '#newsroom/audience.ts'
import { getLanguages, getMainEdition } from '#newsroom/edition.ts'
import { unlessShard } from '#newsroom/page-keys.ts'
import { getSitemapEntries } from '#newsroom/sitemap.ts'
import { links, site } from '#site.ts'
import { writeNewsSitemap } from '#syndication/sitemap/news-sitemap.ts'

/** The news sitemap; nothing of a preview is for search engines. */
export function getStaticPaths() {
  return unlessShard(audience === 'preview' ? [] : [{ params: { sitemap: 'news-sitemap' } }])
}

export const GET: APIRoute = async () => {
  const all = await getLanguages()
  // The other sitemap, of all pages, is @astrojs/sitemap's: the build gives this to it.
  if (audience === 'readers') bridge().sitemapEntries?.(await getSitemapEntries(all))
  const articles = all.flatMap(({ edition }) => edition.articles).sort(newestFirst)
  const xml = writeNewsSitemap(articles, (await getMainEdition()).at, site, links)
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
