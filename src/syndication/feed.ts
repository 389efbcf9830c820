import type { FeedFormat } from '#domain/feed-format.ts'

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
