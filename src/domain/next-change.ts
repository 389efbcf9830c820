import type { Site } from './site.ts'
import { NEWS_HOURS } from './news-hours.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * The next moment at which a site is another though nobody has changed a file: an article leaves the news sitemap or the
 * trending lists, its comments close, the line of breaking news is over, or the day of security.txt. What is held back comes
 * on top of it.
 * @param publishedAt of every published article, in any order, in milliseconds since 1970
 * @param at milliseconds since 1970
 * @param breakingUntil when the line of breaking news is over, in milliseconds since 1970
 * @returns milliseconds since 1970; undefined where only an edit changes the site
 */
export function nextChange(
  publishedAt: Iterable<number>,
  { trending, comments, security }: Pick<Site, 'trending' | 'comments' | 'security'>,
  at: number,
  breakingUntil?: number,
): number | undefined {
  const closes = comments.provider === 'none' ? undefined : comments.closeAfterDays
  const ages = [NEWS_HOURS * HOUR, trending.maxAgeDays * DAY, ...(closes === undefined ? [] : [closes * DAY])]
  let next = security ? (Math.floor(at / DAY) + 1) * DAY : Number.POSITIVE_INFINITY
  if (breakingUntil !== undefined && breakingUntil > at) next = Math.min(next, breakingUntil)
  for (const moment of publishedAt) {
    for (const age of ages) {
      const change = moment + age
      if (change > at && change < next) next = change
    }
  }
  return Number.isFinite(next) ? next : undefined
}
