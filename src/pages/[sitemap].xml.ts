import type { APIRoute } from 'astro'
import { audience } from '#newsroom/audience.ts'
import { getEdition } from '#newsroom/edition.ts'
import { unlessShard } from '#newsroom/page-keys.ts'
import { links, site } from '#site.ts'
import { writeNewsSitemap } from '#syndication/sitemap/news-sitemap.ts'

/** The news sitemap; nothing of a preview is for search engines. */
export function getStaticPaths() {
  return unlessShard(audience === 'preview' ? [] : [{ params: { sitemap: 'news-sitemap' } }])
}

export const GET: APIRoute = async () => {
  const { articles, at } = await getEdition()
  const xml = writeNewsSitemap(articles, at, site, links)
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
