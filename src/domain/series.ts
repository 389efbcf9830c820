import type { Article, Series } from './article.ts'
import type { Edition } from './edition.ts'
import { type Summary, summaryOf } from './summary.ts'

/** Where an article stands in its series, among the parts that readers can see. */
export interface SeriesPlace {
  series: Series
  /** In order, this article among them. */
  parts: Summary[]
  /** From 1, without the gaps that parts not published, or withdrawn, leave in the numbers. */
  place: number
  previous?: Summary | undefined
  next?: Summary | undefined
}

/** Undefined for an article that belongs to none. */
export function placeInSeries(article: Article, edition: Edition): SeriesPlace | undefined {
  const { series } = article
  if (!series) return undefined
  const parts = edition.bySeries.get(series.slug) ?? []
  const i = parts.indexOf(summaryOf(article))
  if (i === -1) return undefined
  return { series, parts, place: i + 1, previous: parts[i - 1], next: parts[i + 1] }
}
