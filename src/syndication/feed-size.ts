import type { FeedItem } from './feed.ts'
import { escapeXml } from './xml-text.ts'

/** Bytes of text in a feed: readers and hubs refuse one of more than 5 MB, and heads and addresses want room too. */
const MOST_BYTES = 4_500_000
/** The most bytes that one UTF-16 unit becomes: a quotation mark is `&quot;`. */
const WIDEST = 6

/**
 * The newest items whose texts are together no larger than a feed may be; the
 * newest is always among them, with its summary in place of a text that alone is too large.
 */
export function fitting(items: readonly FeedItem[], most = MOST_BYTES): FeedItem[] {
  const widest = items.reduce((sum, { html }) => sum + html.length * WIDEST, 0)
  if (widest <= most) return [...items]
  const kept: FeedItem[] = []
  let size = 0
  for (const item of items) {
    size += bytesOf(item.html)
    if (size > most) break
    kept.push(item)
  }
  return kept.length > 0 ? kept : items.slice(0, 1).map((newest) => ({ ...newest, html: summaryOf(newest) }))
}

function summaryOf({ summary }: FeedItem): string {
  return `<p>${escapeXml(summary)}</p>`
}

const encoder = new TextEncoder()

/** The bytes of a text in the format in which it takes the most. */
function bytesOf(html: string): number {
  return Math.max(...[escapeXml(html), JSON.stringify(html)].map((text) => encoder.encode(text).length))
}
