import type { FeedFormat } from '#domain/feed-format.ts'
import { writeAtom } from './atom.ts'
import type { Feed } from './feed.ts'
import { writeJsonFeed } from './json-feed.ts'
import { writeRss } from './rss.ts'

const WRITERS: Record<FeedFormat, (feed: Feed) => string | Promise<string>> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
}

/** A feed as a file of that format. */
export async function writeFeed(feed: Feed, format: FeedFormat): Promise<string> {
  return WRITERS[format](feed)
}
