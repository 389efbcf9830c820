import { knownUntil, type Readership } from './readership.ts'
import type { Site } from './site.ts'
import type { Summary } from './summary.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Hours of being read as everything else is that each article is credited with. */
const PRIOR_HOURS = 6

/** A list of articles, and whether readers or the calendar chose them. */
export interface RankedList {
  basis: 'readership' | 'date'
  articles: Summary[]
}

interface Settings extends Pick<Site['trending'], 'halfLifeHours' | 'minimumArticles' | 'maxAgeDays'> {
  limit: number
  /** The moment of the edition: articles older than `maxAgeDays` then are left out. */
  at: Date
}

/**
 * The articles that are read most at present, of `articles` (newest first).
 *
 * With h the half-life and T the moment up to which readership is known, a view
 * at t is worth `2^((t - T) / h)`, and an article's views are
 *
 *     V = Σ 2^((t - T) / h)
 *
 * This is forward decay (Cormode, Shkapenyuk, Srivastava and Xu: Forward Decay:
 * A Practical Time Decay Model for Streaming Systems, ICDE 2009) with
 * g(n) = 2^(n / h): the weight depends on t alone, and dividing by the common
 * 2^(T / h) changes no order, so stored hours never need to be aged.
 *
 * An article that came out at p could be read in time worth, in hours,
 *
 *     E = ∫ from p to T of 2^((t - T) / h) dt = h / ln 2 · (1 - 2^((p - T) / h))
 *
 * and is ranked by its views in an hour, as far as they can be known:
 *
 *     score = (V + b · m) / (E + b)      m = ΣV / ΣE, over all of `articles`
 *
 * This is the mean of the rate of a Poisson process whose prior is a gamma
 * distribution of mean m worth b hours (Gelman and others: Bayesian Data
 * Analysis, 2.6). Without the prior, one view a minute after publication would
 * be 60 an hour and win; with it, an article's own views decide the more the
 * longer it could be read. As m grows with V, counts all doubled give the same
 * order. Ties go to the newer article.
 *
 * With fewer than `minimumArticles` read, the newest are given instead, and
 * `basis` says so.
 */
export function rankTrending(
  articles: readonly Summary[],
  readership: Readership | undefined,
  { halfLifeHours, minimumArticles, maxAgeDays, limit, at }: Settings,
): RankedList {
  const until = readership && knownUntil(readership)
  const young = articles.filter(({ publishedAt }) => +publishedAt > +at - maxAgeDays * DAY)
  if (!readership || until === undefined) return newest(articles, limit)
  const measured = young.map((article) => ({
    article,
    views: decayedViews(readership.articles[article.slug], until, halfLifeHours),
    exposure: decayedHours(+article.publishedAt, until, halfLifeHours),
  }))
  const mean = sum(measured.map(({ views }) => views)) / (sum(measured.map(({ exposure }) => exposure)) || 1)
  const scored = measured
    .filter(({ views }) => views > 0)
    .map(({ article, views, exposure }) => ({
      article,
      score: (views + PRIOR_HOURS * mean) / (exposure + PRIOR_HOURS),
    }))
  if (scored.length < minimumArticles) return newest(articles, limit)
  // The sort is stable, and the articles came newest first.
  scored.sort((a, b) => b.score - a.score)
  return { basis: 'readership', articles: scored.slice(0, limit).map(({ article }) => article) }
}

/** The articles with most views in the last `days` that readership is known of, as `rankTrending` gives them. */
export function mostRead(
  articles: readonly Summary[],
  readership: Readership | undefined,
  { days, minimumArticles, limit }: { days: number; minimumArticles: number; limit: number },
): RankedList {
  const until = readership && knownUntil(readership)
  if (!readership || until === undefined) return newest(articles, limit)
  const read = articles
    .map((article) => ({
      article,
      views: viewsBetween(readership.articles[article.slug], until - days * DAY),
    }))
    .filter(({ views }) => views > 0)
    .sort((a, b) => b.views - a.views)
  if (read.length < minimumArticles) return newest(articles, limit)
  return { basis: 'readership', articles: read.slice(0, limit).map(({ article }) => article) }
}

/** Views of the hours that begin after `from`, and at `to` or before, both in ms. */
export function viewsBetween(
  hours: Record<string, number> | undefined,
  from: number,
  to = Number.POSITIVE_INFINITY,
): number {
  return sum(
    Object.entries(hours ?? {}).map(([hour, views]) => {
      const at = Date.parse(hour)
      return at > from && at <= to ? views : 0
    }),
  )
}

function newest(articles: readonly Summary[], limit: number): RankedList {
  return { basis: 'date', articles: articles.slice(0, limit) }
}

function decayedViews(hours: Record<string, number> | undefined, until: number, halfLifeHours: number) {
  // In the order of time: sums of fractions depend on it, and lists must not on that of a file's keys.
  const read = Object.entries(hours ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  return sum(read.map(([hour, views]) => views * 2 ** ((Date.parse(hour) - until) / HOUR / halfLifeHours)))
}

function decayedHours(publishedAt: number, until: number, halfLifeHours: number): number {
  const age = Math.max(0, until - publishedAt) / HOUR
  return (halfLifeHours / Math.LN2) * (1 - 2 ** (-age / halfLifeHours))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
