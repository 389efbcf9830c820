import type { Article } from './article.ts'
import type { Edition } from './edition.ts'

/** The articles published just before and after one, in its section. */
export interface Neighbours {
  previous?: Article | undefined
  next?: Article | undefined
}

/** By time of publication alone, so that a new article changes the page of the one before it and no other. */
export function neighboursOf(article: Article, edition: Edition): Neighbours {
  const section = edition.byCategory.get(article.category.slug) ?? []
  const place = section.indexOf(article)
  if (place === -1) return {}
  return { previous: section[place + 1], next: section[place - 1] }
}
