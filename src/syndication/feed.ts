import { type Article, modifiedAt } from '#domain/article.ts'
import type { Channel, CorrectionEntry } from '#domain/channels.ts'
import { type FeedFormat, FORMATS } from '#domain/feed-format.ts'
import type { Links } from '#domain/links.ts'
import { permanentId } from '#domain/permanent-id.ts'
import type { Site } from '#domain/site.ts'
import { correctionNotes, leadFigure, type Wording } from './feed-html.ts'
import { fitting } from './feed-size.ts'
import { escapeXml } from './xml-text.ts'

/** A feed in no format yet; every address is absolute. */
export interface Feed {
  title: string
  description: string
  /** BCP 47 */
  language: string
  /** The page that the feed follows. */
  page: string
  /** The feed's own address in each format. */
  addresses: Record<FeedFormat, string>
  /** Who publishes it. */
  author: FeedAuthor
  image: { url: string; title: string }
  /** WebSub hubs, which tell subscribers of changes. */
  hubs: readonly string[]
  /** A stylesheet for browsers. */
  style: string
  /** The newest change among the items; undefined for an empty feed. */
  updatedAt?: Date | undefined
  items: FeedItem[]
}

export interface FeedItem {
  /** Never changes, whatever becomes of title, section and address. */
  id: string
  title: string
  url: string
  /** BCP 47 */
  language: string
  summary: string
  /** The whole body, as HTML. */
  html: string
  authors: FeedAuthor[]
  categories: string[]
  publishedAt: Date
  modifiedAt: Date
  image?: FeedImage | undefined
}

export interface FeedAuthor {
  name: string
  url: string
}

export interface FeedImage {
  url: string
  /** Media type */
  type: string
  width: number
  height: number
  alt: string
  caption?: string | undefined
  credit?: string | undefined
}

/** What a feed needs of an article beyond its front matter. */
export interface RenderedArticle {
  article: Article
  html: string
  image?: FeedImage | undefined
}

/** The model of a channel's feed over items, newest first. */
export function feedOf(
  { title, description, page }: Pick<Channel, 'title' | 'description' | 'page'>,
  items: readonly FeedItem[],
  site: Site,
  links: Links,
): Feed {
  const addresses = FORMATS.map((format) => [format, links.absolute(links.feed(page, format))])
  return {
    title,
    description,
    language: site.articleLanguage,
    page: links.absolute(page),
    addresses: Object.fromEntries(addresses),
    author: { name: site.name, url: links.absolute(links.front()) },
    image: { url: links.absolute(links.publicFile(site.publisher.logo)), title: site.name },
    hubs: site.feeds.hubs,
    style: links.feedStyle(),
    updatedAt: items.reduce<Date | undefined>(
      (newest, { modifiedAt }) => (newest && newest >= modifiedAt ? newest : modifiedAt),
      undefined,
    ),
    items: fitting(items),
  }
}

/** An article as an item of a feed: its picture, its text and what was wrong in it. */
export function articleItem(
  { article, html, image }: RenderedArticle,
  wording: Wording,
  site: Site,
  links: Links,
): FeedItem {
  return {
    id: permanentId(article, site),
    title: article.title,
    url: links.absolute(links.article(article)),
    language: article.lang,
    summary: article.description,
    html: leadFigure(image, wording) + html + correctionNotes(article.corrections, wording),
    authors: article.authors.map(({ name, slug }) => ({ name, url: links.absolute(links.author(slug)) })),
    categories: [article.category.name, ...article.tags.map(({ name }) => name)],
    publishedAt: article.publishedAt,
    modifiedAt: modifiedAt(article),
    image,
  }
}

/** A correction as an item of a feed, under a title that says of what. */
export function correctionItem(
  { article, correction: { at, note } }: CorrectionEntry,
  title: string,
  site: Site,
  links: Links,
): FeedItem {
  return {
    id: `${permanentId(article, site)}/correction/${at.toISOString()}`,
    title,
    url: links.absolute(links.correctionsOf(article)),
    language: article.lang,
    summary: note,
    html: `<p>${escapeXml(note)}</p>`,
    authors: [],
    categories: [article.category.name],
    publishedAt: at,
    modifiedAt: at,
  }
}
