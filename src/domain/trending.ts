import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import type { Site } from './site.ts'
import type { Readership } from './readership.ts'

const HOUR = 3_600_000

/** A list of articles, and whether readers or the calendar chose them. */
export interface RankedList {
  basis: 'readership' | 'date'
  articles: Article[]
}

/**
 * The most read of `articles` (newest first), at most `limit`.
 *
 * A view counts `2^((t - T) / h)`, where t is the start of its hour, h the
 * half-life and T the newest hour of the readership. Weighing from a fixed
 * landmark instead of the present is forward decay (Cormode, Shkapenyuk,
 * Srivastava and Xu, 2009): the order stays that of plain exponential decay at
 * any later moment, and no score runs out of digits. Ties go to the newer article.
 *
 * With fewer than `minimum` articles read, the newest are given instead, and
 * `basis` says so.
 */
export function rankTrending(
  articles: readonly Article[],
  readership: Readership | undefined,
  { halfLifeHours, minimum, limit }: { halfLifeHours: number; minimum: number; limit: number },
): RankedList {
  const landmark = newestHour(readership)
  const scored = articles
    .map((article) => ({
      article,
      score: decayedViews(readership?.articles[article.slug], landmark, halfLifeHours),
    }))
    .filter(({ score }) => score > 0)
  if (scored.length < minimum) return { basis: 'date', articles: articles.slice(0, limit) }
  // The sort is stable, and the articles came newest first.
  scored.sort((a, b) => b.score - a.score)
  return { basis: 'readership', articles: scored.slice(0, limit).map(({ article }) => article) }
}

/** The list of a whole edition or, with `category`, of one section, by the site's settings. */
export function trendingIn(edition: Edition, site: Site, category?: string): RankedList {
  const articles = category === undefined ? edition.articles : (edition.byCategory.get(category) ?? [])
  return rankTrending(articles, edition.readership, {
    halfLifeHours: site.trending.halfLifeHours,
    minimum: site.trending.minimumArticles,
    limit: site.pageSize.trending,
  })
}

function decayedViews(
  hours: Record<string, number> | undefined,
  landmark: number,
  halfLifeHours: number,
): number {
  let score = 0
  for (const [hour, views] of Object.entries(hours ?? {})) {
    score += views * 2 ** ((Date.parse(hour) - landmark) / HOUR / halfLifeHours)
  }
  return score
}

function newestHour(readership: Readership | undefined): number {
  let newest = Number.NEGATIVE_INFINITY
  for (const hours of Object.values(readership?.articles ?? {})) {
    for (const hour of Object.keys(hours)) newest = Math.max(newest, Date.parse(hour))
  }
  return newest
}
