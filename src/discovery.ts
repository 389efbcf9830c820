import type { Article } from '#domain/article.ts'
import type { Edition } from '#domain/edition.ts'
import { scaled, SOCIAL_IMAGE_WIDTH } from '#pictures.ts'
import { links, site } from '#site.ts'
import { newsArticle, writeJsonLd } from '#syndication/json-ld.ts'
import { indexedPages } from '#syndication/sitemap/indexed-pages.ts'

/** One page as `integrations/sitemap.ts` takes it in, by its absolute address. */
interface SitemapEntry {
  /** ISO 8601 */
  lastmod?: string | undefined
  /** Absolute addresses */
  images: string[]
}

/** What a search engine reads of an article, as JSON-LD. */
export async function getStructuredData(article: Article): Promise<string> {
  return writeJsonLd(newsArticle(article, await searchImages(article), site, links))
}

/** Every page that the sitemap names. */
export async function getSitemapEntries(edition: Edition): Promise<Record<string, SitemapEntry>> {
  const entries = indexedPages(edition, site, links).map(async ({ path, modifiedAt, article }) => {
    const images = article ? await searchImages(article) : []
    const entry = { lastmod: modifiedAt?.toISOString(), images: images.slice(0, 1).map(links.absolute) }
    return [links.absolute(path), entry] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

async function searchImages({ image }: Article): Promise<string[]> {
  return image ? [(await scaled(image.src, SOCIAL_IMAGE_WIDTH, 'jpeg')).src] : []
}
