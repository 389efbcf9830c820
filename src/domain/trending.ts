import type { Article } from './article.ts'
import type { Readership } from './readership.ts'
import type { Site } from './site.ts'

const HOUR = 3_600_000

/** A list of articles, and whether readers or the calendar chose them. */
export interface RankedList {
  basis: 'readership' | 'date'
  articles: Article[]
}

/**
 * The most read of `articles` (newest first), at most `limit`.
 *
 * A view counts `2^(t / h)`, where t is the start of its hour and h the
 * half-life. Weighing by the hour itself instead of its age is forward decay
 * (Cormode, Shkapenyuk, Srivastava and Xu, 2009): the order stays that of plain
 * exponential decay at any later moment. Ties go to the newer article.
 *
 * With fewer than `minimumArticles` read, the newest are given instead, and
 * `basis` says so.
 */
export function rankTrending(
  articles: readonly Article[],
  readership: Readership | undefined,
  { halfLifeHours, minimumArticles: minimum, limit }: Site['trending'] & { limit: number },
): RankedList {
  const scored = articles.flatMap((article) => {
    const score = scoreOf(readership?.articles[article.slug], halfLifeHours)
    return score ? [{ article, score }] : []
  })
  if (scored.length < minimum) return { basis: 'date', articles: articles.slice(0, limit) }
  // The sort is stable, and the articles came newest first.
  scored.sort((a, b) => mostRead(a.score, b.score, halfLifeHours))
  return { basis: 'readership', articles: scored.slice(0, limit).map(({ article }) => article) }
}

/**
 * What an article's views are worth `at` its newest hour, in ms. Kept in this
 * form as `2^(t / h)` itself is soon beyond any number, whatever t counts from.
 */
interface Score {
  views: number
  at: number
}

/** Undefined for an article that nobody has read. */
function scoreOf(hours: Record<string, number> | undefined, halfLifeHours: number): Score | undefined {
  const read = Object.entries(hours ?? {}).flatMap(([hour, views]) =>
    views > 0 ? [{ views, at: Date.parse(hour) }] : [],
  )
  if (read.length === 0) return undefined
  const at = read.reduce((newest, hour) => Math.max(newest, hour.at), Number.NEGATIVE_INFINITY)
  return { views: read.reduce((sum, hour) => sum + worth(hour, at, halfLifeHours), 0), at }
}

function mostRead(a: Score, b: Score, halfLifeHours: number): number {
  const at = Math.max(a.at, b.at)
  return worth(b, at, halfLifeHours) - worth(a, at, halfLifeHours)
}

/** What a score is worth at a later moment. */
function worth({ views, at }: Score, later: number, halfLifeHours: number): number {
  return views * 2 ** ((at - later) / HOUR / halfLifeHours)
}
