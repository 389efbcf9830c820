import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import { type Summary, summaryOf } from './summary.ts'

/** The articles published just before and after one, in its section. */
export interface Neighbours {
  previous?: Summary | undefined
  next?: Summary | undefined
}

/** By time of publication alone, so that a new article changes the page of the one before it and no other. */
export function neighboursOf(article: Article, edition: Edition): Neighbours {
  const section = edition.byCategory.get(article.category.slug) ?? []
  const place = section.indexOf(summaryOf(article))
  if (place === -1) return {}
  return { previous: section[place + 1], next: section[place - 1] }
}
