import { fewAtOnce } from '#client/few-at-once.ts'
import { type Followed, renew } from './followed.ts'
import { readFeed } from './read-feed.ts'

/** Feeds that are asked in all: whoever follows more sees the others as they were. */
const MOST = 30
const PATIENCE_MS = 20_000

/** What became of a feed: `moved` has another page now. */
export type FeedResult = 'same' | 'changed' | 'gone' | 'unreachable'

/** Asks the feeds of what is followed what is new, and notes it, each as soon as it's known. */
export async function askFeeds(
  followed: readonly Followed[],
  base: string,
  tell: (page: string, result: FeedResult) => void,
): Promise<void> {
  const asked = followed.filter(({ feed }) => feed.startsWith(base)).slice(0, MOST)
  await fewAtOnce(asked, async (one) => tell(one.page, await askFeed(one, base)))
}

async function askFeed({ page, feed, etag }: Followed, base: string): Promise<FeedResult> {
  try {
    const answer = await fetch(feed, {
      mode: 'same-origin',
      cache: 'no-store',
      headers: etag ? { 'If-None-Match': etag } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (answer.status === 304) return 'same'
    if (answer.status === 404 || answer.status === 410) return 'gone'
    const found = answer.ok ? readFeed(await answer.json(), base) : undefined
    if (!found) return 'unreachable'
    renew(page, { ...found, etag: answer.headers.get('ETag') ?? undefined })
    return 'changed'
  } catch {
    return 'unreachable'
  }
}
