import { cacheFolder } from '#cache/caches.ts'
import { articleCard, articleCardImage, nameOfCard, outletCard, type SocialImage } from '#cards/card.ts'
import type { CardContent } from '#cards/design.ts'
import { drawCard } from '#cards/draw.ts'
import { cachesOf } from '#desk/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import type { Article, Author } from '#domain/article.ts'
import type { Edition } from '#domain/edition.ts'
import { madeFor } from '#made-for.ts'
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

const cardCache = cacheFolder('cards', cachesOf(newsroomFolder().root))

/** One page as `build/sitemap.ts` takes it in, by its absolute address. */
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

/** The picture that other sites show with a link to an article: its own, or a card. */
export async function getSocialImage(article: Article): Promise<SocialImage> {
  return (await ownImage(article)) ?? articleCardImage(article, site, links)
}

/** The article's own picture as others show it. */
export async function ownImage({ image }: Article): Promise<SocialImage | undefined> {
  return image && { ...(await cropped(image, 16 / 9, WIDTH)), alt: image.alt }
}

/** Every card of an edition by its name; those of other headlines leave the cache. */
export function getCards({ articles }: Edition): Map<string, CardContent> {
  const contents = [
    ...(site.publisher.card ? [] : [outletCard(site)]),
    ...articles.filter(({ image }) => !image).map((article) => articleCard(article, site)),
  ]
  const cards = new Map(contents.map((content) => [nameOfCard(content), content]))
  if (madeFor === 'readers') cardCache.pruneExcept(cards.keys())
  return cards
}

/** A card as PNG. Only what readers may see is cached. */
export async function getCard(name: string, content: CardContent): Promise<Uint8Array> {
  if (madeFor !== 'readers') return drawCard(content)
  const cached = cardCache.get(name)
  if (cached) return cached.bytes
  const drawn = await drawCard(content)
  cardCache.put(name, drawn)
  return drawn
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
