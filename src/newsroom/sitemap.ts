import type { SitemapEntries } from '#build/bridge.ts'
import type { Edition } from '#domain/edition.ts'
import { links, site } from '#site.ts'
import { indexedPages } from '#syndication/sitemap/indexed-pages.ts'
import { ownImage } from './social-image.ts'

/** Every page that the sitemap names. */
export async function getSitemapEntries(edition: Edition): Promise<SitemapEntries> {
  const entries = indexedPages(edition, site, links).map(async ({ path, modifiedAt, article }) => {
    const image = article && (await ownImage(article))
    const images = image ? [links.absolute(image.src)] : []
    return [links.absolute(path), { lastmod: modifiedAt?.toISOString(), images }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
