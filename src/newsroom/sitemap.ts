import type { Edition } from '#domain/edition.ts'
import { links, site } from '#site.ts'
import { indexedPages } from '#syndication/sitemap/indexed-pages.ts'
import { ownImage } from './social-image.ts'

/** One page as the build's sitemap takes it in, by its absolute address. */
interface SitemapEntry {
  /** ISO 8601 */
  lastmod?: string | undefined
  /** Absolute addresses */
  images: string[]
}

/** Every page that the sitemap names. */
export async function getSitemapEntries(edition: Edition): Promise<Record<string, SitemapEntry>> {
  const entries = indexedPages(edition, site, links).map(async ({ path, modifiedAt, article }) => {
    const image = article && (await ownImage(article))
    const images = image ? [links.absolute(image.src)] : []
    return [links.absolute(path), { lastmod: modifiedAt?.toISOString(), images }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
