import { deviceStorage, type StorageResult, writeValue } from '#client/device-storage.ts'
import { isPath } from '#client/own-path.ts'

/** A list of the outlet's that the reader follows: a section, a topic, an author or a series. */
export interface Followed {
  /** Path of the list's page, from the host's root; one follows a page once. */
  page: string
  name: string
  /** BCP 47, of the name. */
  lang: string
  /** Path of its JSON feed, which is asked what is new. */
  feed: string
  /** Absolute address of its RSS feed, and of the page: for other feed readers. */
  xml: string
  html: string
  /** When the reader saw last what is new of it, in milliseconds since 1970. */
  seenAt: number
  /** What the server called the version of the feed that `items` are of. */
  etag?: string | undefined
  /** The newest articles. */
  items?: FeedItem[] | undefined
}

export interface FeedItem {
  /** From the host's root. */
  path: string
  title: string
  /** BCP 47 */
  lang: string
  /** In milliseconds since 1970. */
  publishedAt: number
}

const KEY = 'followed'
const TEXTS = ['page', 'name', 'lang', 'feed', 'xml', 'html'] as const

export const isFollowedKey = (key: string | null) => key === null || key === KEY

/** What is followed, in the order in which it was begun; what is damaged is passed over. Empty where storage is forbidden. */
export function readFollowed(storage = deviceStorage()): Followed[] {
  try {
    const found: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter(isFollowed).map(soundItems) : []
  } catch {
    return []
  }
}

export function follow(one: Followed, storage = deviceStorage()): StorageResult {
  return write([...readFollowed(storage).filter(({ page }) => page !== one.page), one], storage)
}

export function unfollow(page: string, storage = deviceStorage()): StorageResult {
  return write(
    readFollowed(storage).filter((one) => one.page !== page),
    storage,
  )
}

/** Notes what was found out of one that is still followed. */
export function renew(page: string, found: Partial<Followed>, storage = deviceStorage()): void {
  const all = readFollowed(storage)
  if (all.some((one) => one.page === page))
    write(
      all.map((one) => (one.page === page ? { ...one, ...found } : one)),
      storage,
    )
}

function write(all: Followed[], storage: Storage | undefined): StorageResult {
  return writeValue(KEY, all.length > 0 ? all : undefined, storage)
}

function isFollowed(value: unknown): value is Followed {
  const one = value as Partial<Followed> | null
  return (
    typeof one === 'object' &&
    one !== null &&
    TEXTS.every((name) => typeof one[name] === 'string') &&
    isPath(one.page) &&
    isPath(one.feed) &&
    typeof one.seenAt === 'number'
  )
}

function soundItems(one: Followed): Followed {
  const items: unknown = one.items
  return { ...one, items: Array.isArray(items) ? items.filter(isItem) : undefined }
}

function isItem(value: unknown): value is FeedItem {
  const item = value as Partial<FeedItem> | null
  return (
    isPath(item?.path) &&
    typeof item.title === 'string' &&
    typeof item.lang === 'string' &&
    typeof item.publishedAt === 'number'
  )
}
