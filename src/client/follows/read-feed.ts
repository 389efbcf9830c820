import { isPath } from '#client/own-path.ts'
import type { FeedItem } from './followed.ts'

export interface ReadFeed {
  /** Path of the page that the feed follows by now: an earlier address has the feed of the present one. */
  page: string
  /** Path of the feed there. */
  feed: string
  items: FeedItem[]
}

/** Articles that are kept of a feed. */
const MOST = 5

/**
 * What a JSON Feed says, of which all but paths and texts is passed over.
 * @returns undefined for what is no feed of an outlet at `base`, a path from the host's root
 */
export function readFeed(json: unknown, base: string): ReadFeed | undefined {
  const found = json as {
    home_page_url?: unknown
    feed_url?: unknown
    language?: unknown
    items?: unknown
  } | null
  const page = pathIn(found?.home_page_url, base)
  const feed = pathIn(found?.feed_url, base)
  if (!page || !feed || !Array.isArray(found?.items)) return undefined
  const { language } = found
  const items = found.items.flatMap((item) =>
    readItem(item, base, typeof language === 'string' ? language : ''),
  )
  return { page, feed, items: items.sort((a, b) => b.publishedAt - a.publishedAt).slice(0, MOST) }
}

function readItem(value: unknown, base: string, feedLanguage: string): FeedItem[] {
  const item = value as {
    url?: unknown
    title?: unknown
    language?: unknown
    date_published?: unknown
  } | null
  const path = pathIn(item?.url, base)
  const publishedAt = Date.parse(String(item?.date_published))
  if (!path || typeof item?.title !== 'string' || Number.isNaN(publishedAt)) return []
  const lang = typeof item.language === 'string' ? item.language : feedLanguage
  return [{ path, title: item.title, lang, publishedAt }]
}

/** The path of an address of the outlet, whatever host it names: a mirror's pages lead to the mirror. */
function pathIn(address: unknown, base: string): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  const { pathname, hash } = new URL(address)
  return pathname.startsWith(base) && isPath(pathname) ? pathname + hash : undefined
}
