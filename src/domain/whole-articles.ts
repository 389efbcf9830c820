import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import type { Summary } from './summary.ts'

/** The first `limit` articles of a list, with all that its summaries leave out. */
export function wholeArticles(
  list: readonly Summary[] = [],
  { bySlug }: Pick<Edition, 'bySlug'>,
  limit: number,
): Article[] {
  return list.slice(0, limit).flatMap(({ slug }) => bySlug.get(slug) ?? [])
}
