import { contentDigest } from '#cache/content-digest.ts'
import type { Article } from '#domain/article.ts'
import { pinnedEntry } from '#domain/live/entries.ts'
import type { Live, LiveEntry } from '#domain/live/live.ts'
import { livePages, mostOnFirst } from '#domain/live/pages.ts'
import { chromeFor } from '#i18n/chrome.ts'
import { EMBED_ORIGINS } from '#markdown/embeddable.ts'
import type { RenderedBody } from '#markdown/render.ts'
import { site } from '#site.ts'
import { getEntryBody } from './body.ts'
import { dataDigest } from './data-digest.ts'

/** An article with live coverage. */
export type LiveArticle = Article & { live: Live }

/** What its entries need of an article to be shown. */
export type CoveredArticle = Pick<Article, 'slug' | 'title' | 'category' | 'lang'>

/** An entry with all that its part of a page shows. */
export interface ShownEntry {
  entry: LiveEntry
  /** Of all of it: a browser that has shown it knows by this whether it is as it was. */
  digest: string
  body: RenderedBody
}

/** Depth of an entry's heading in the page. */
const HEADING = 3
const DIGEST_LENGTH = 12

export function isLive(article: Article): article is LiveArticle {
  return article.live !== undefined
}

export function coveredArticle({ slug, title, category, lang }: Article): CoveredArticle {
  return { slug, title, category, lang }
}

/** Of all that an entry's HTML is made from but for the program: where the newsroom lies is none of it. */
export function entryDigest({ file: _, ...entry }: LiveEntry, article: CoveredArticle): string {
  const { slug, title, category, lang } = article
  return contentDigest(dataDigest([site, { slug, title, category, lang }, entry])).slice(0, DIGEST_LENGTH)
}

/** @param id by which its headings and notes are known in the page; the entry's own unless it stands there twice */
export async function getShownEntry(
  entry: LiveEntry,
  article: CoveredArticle,
  id = entry.id,
): Promise<ShownEntry> {
  const body = await getEntryBody(entry, article, { id, depth: HEADING })
  return { entry, digest: entryDigest(entry, article), body }
}

/** What the article's own page shows of its coverage. */
export async function getCoverage(article: LiveArticle) {
  const { live } = article
  const [first = { items: [] }] = livePages(live, sizeFor(article))
  const pinned = pinnedEntry(live)
  const [entries, shownPinned] = await Promise.all([
    Promise.all(first.items.map((entry) => getShownEntry(entry, article))),
    pinned && getShownEntry(pinned, article, `pinned--${pinned.id}`),
  ])
  return { page: first, entries, pinned: shownPinned }
}

/**
 * The frames that a page of live coverage may load: those of its entries, and while it goes on those that entries to come
 * may have, as the page is there already then.
 */
export function framesOf({ live }: Article, entries: readonly ShownEntry[] = []): readonly string[] {
  if (!live) return []
  return live.state === 'ended' ? entries.flatMap(({ body }) => body.uses.frames) : EMBED_ORIGINS
}

/** Entries on a page of an article's coverage. */
export function sizeFor({ lang }: Pick<Article, 'lang'>): number {
  return chromeFor(lang).site.pageSize.live
}

/** The state of live coverage as browsers ask for it again and again: as small as it can be. */
export interface LiveStatus {
  state: Live['state']
  /** Ids and digests of the newest entries, newest first. */
  entries: [id: string, digest: string][]
  /** Whether these are all entries. */
  isWhole: boolean
  /** The entry that stands above the others. */
  pinned?: [id: string, digest: string]
}

export function liveStatus(article: LiveArticle): LiveStatus {
  const { state, entries } = article.live
  const most = mostOnFirst(sizeFor(article))
  const named = (entry: LiveEntry): [string, string] => [entry.id, entryDigest(entry, article)]
  const pinned = pinnedEntry(article.live)
  return {
    state,
    entries: entries.slice(0, most).map(named),
    isWhole: entries.length <= most,
    ...(pinned && { pinned: named(pinned) }),
  }
}

/** The entries that browsers may have to fetch by themselves: the newest, and the one above them. */
export function fetchableEntries(article: LiveArticle): LiveEntry[] {
  const newest = article.live.entries.slice(0, mostOnFirst(sizeFor(article)))
  const pinned = pinnedEntry(article.live)
  return pinned && !newest.includes(pinned) ? [...newest, pinned] : newest
}
