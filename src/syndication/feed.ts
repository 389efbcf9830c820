import { type Article, modifiedAt } from '#domain/article.ts'
import type { CorrectedArticle, Correction } from '#domain/correction.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { escapeXml } from './xml-text.ts'

/** A feed in no format yet; every address is absolute. */
export interface Feed {
  title: string
  description: string
  /** BCP 47 */
  language: string
  /** The page that the feed follows. */
  page: string
  /** The feed's own address. */
  self: string
  image: { url: string; title: string }
  /** The newest change among the items; undefined for an empty feed. */
  updatedAt?: Date | undefined
  items: FeedItem[]
}

export interface FeedItem {
  /** Never changes, whatever becomes of title, section and address. */
  id: string
  title: string
  url: string
  summary: string
  /** The whole body, as HTML. */
  html: string
  authors: string[]
  categories: string[]
  publishedAt: Date
  modifiedAt: Date
  image?: FeedImage | undefined
}

export interface FeedImage {
  url: string
  /** Media type */
  type: string
  width: number
  height: number
  alt: string
  credit?: string | undefined
}

/** What a feed needs of an article beyond its front matter. */
export interface RenderedArticle {
  article: Article
  html: string
  image?: FeedImage | undefined
}

export interface FeedSource {
  title: string
  description: string
  /** Paths, from `links`. */
  page: string
  self: string
}

/** The model of a feed over items, newest first. */
export function feedOf(source: FeedSource, items: FeedItem[], site: Site, links: Links): Feed {
  return {
    title: source.title,
    description: source.description,
    language: site.articleLanguage,
    page: links.absolute(source.page),
    self: links.absolute(source.self),
    image: { url: links.absolute(links.publicFile(site.publisher.logo)), title: site.name },
    updatedAt: items.reduce<Date | undefined>(
      (newest, { modifiedAt }) => (newest && newest >= modifiedAt ? newest : modifiedAt),
      undefined,
    ),
    items,
  }
}

/** An article as an item of a feed. */
export function articleItem({ article, html, image }: RenderedArticle, site: Site, links: Links): FeedItem {
  return {
    id: idOf(article, site),
    title: article.title,
    url: links.absolute(links.article(article)),
    summary: article.description,
    html,
    authors: article.authors.map(({ name }) => name),
    categories: [article.category.name, ...article.tags.map(({ name }) => name)],
    publishedAt: article.publishedAt,
    modifiedAt: modifiedAt(article),
    image,
  }
}

/** A correction as an item of a feed, under a title that says of what. */
export function correctionItem(
  { article, correction: { at, note } }: CorrectedArticle,
  title: string,
  site: Site,
  links: Links,
): FeedItem {
  return {
    id: `${idOf(article, site)}/correction/${at.toISOString()}`,
    title,
    url: links.absolute(links.correctionsOf(article)),
    summary: note,
    html: `<p>${escapeXml(note)}</p>`,
    authors: [],
    categories: [article.category.name],
    publishedAt: at,
    modifiedAt: at,
  }
}

/** An article's corrections as they stand at the end of its text in a feed; `heading` and dates in its language. */
export function correctionNotes(
  corrections: readonly Correction[],
  heading: string,
  showMoment: (at: Date) => string,
): string {
  if (corrections.length === 0) return ''
  const notes = corrections.map(({ at, note }) => `<p>${escapeXml(showMoment(at))}: ${escapeXml(note)}</p>`)
  return `<h2>${escapeXml(heading)}</h2>${notes.join('')}`
}

/** A tag URI (RFC 4151). */
function idOf({ slug }: Pick<Article, 'slug'>, site: Site): string {
  return `tag:${new URL(site.url).hostname},2025:${slug}`
}
