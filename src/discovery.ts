import type { Article, Author } from '#domain/article.ts'
import type { Edition } from '#domain/edition.ts'
import { cropped } from '#pictures.ts'
import { links, site } from '#site.ts'
import { newsArticle } from '#syndication/json-ld/news-article.ts'
import { profilePage } from '#syndication/json-ld/profile-page.ts'
import type { StructuredData } from '#syndication/json-ld/write.ts'
import { indexedPages } from '#syndication/sitemap/indexed-pages.ts'

/** Pixels, the least that Google asks of a picture of an article. */
const WIDTH = 1200
/** The proportions that it asks for; the first is also what other sites show with a link. */
const RATIOS = [16 / 9, 4 / 3, 1]
const PORTRAIT_WIDTH = 600

/** One page as `integrations/sitemap.ts` takes it in, by its absolute address. */
interface SitemapEntry {
  /** ISO 8601 */
  lastmod?: string | undefined
  /** Absolute addresses */
  images: string[]
}

/** What a search engine reads of an article. */
export async function getArticleData(article: Article): Promise<StructuredData> {
  const { image } = article
  const crops = image ? await Promise.all(RATIOS.map((ratio) => cropped(image, ratio, WIDTH))) : []
  return newsArticle(
    article,
    crops.map(({ src }) => src),
    site,
    links,
  )
}

/** What it reads of an author. */
export async function getProfile(author: Author): Promise<StructuredData> {
  const portrait = author.photo && (await cropped(author.photo, 1, PORTRAIT_WIDTH))
  return profilePage(author, portrait?.src, site, links)
}

/** The picture that other sites show with a link to an article. */
export async function getSocialImage({ image }: Pick<Article, 'image'>) {
  return image && { ...(await cropped(image, 16 / 9, WIDTH)), alt: image.alt }
}

/** Every page that the sitemap names. */
export async function getSitemapEntries(edition: Edition): Promise<Record<string, SitemapEntry>> {
  const entries = indexedPages(edition, site, links).map(async ({ path, modifiedAt, article }) => {
    const image = article && (await getSocialImage(article))
    const images = image ? [links.absolute(image.src)] : []
    return [links.absolute(path), { lastmod: modifiedAt?.toISOString(), images }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
