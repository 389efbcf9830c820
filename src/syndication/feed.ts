import { type Article, lastModified, modifiedAt } from '#domain/article.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'

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

/** The model of a feed over articles, newest first. */
export function feedOf(
  source: FeedSource,
  rendered: readonly RenderedArticle[],
  site: Site,
  links: Links,
): Feed {
  return {
    title: source.title,
    description: source.description,
    language: site.articleLanguage,
    page: links.absolute(source.page),
    self: links.absolute(source.self),
    image: { url: links.absolute(links.publicFile(site.publisher.logo)), title: site.name },
    updatedAt: lastModified(rendered.map(({ article }) => article)),
    items: rendered.map(({ article, html, image }) => ({
      id: `tag:${new URL(site.url).hostname},2025:${article.slug}`,
      title: article.title,
      url: links.absolute(links.article(article)),
      summary: article.description,
      html,
      authors: article.authors.map(({ name }) => name),
      categories: [article.category.name, ...article.tags.map(({ name }) => name)],
      publishedAt: article.publishedAt,
      modifiedAt: modifiedAt(article),
      image,
    })),
  }
}
