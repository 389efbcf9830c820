import type { Article } from './article.ts'
import type { Edition } from './edition.ts'
import type { Summary } from './summary.ts'

const DAY = 86_400_000
/** Days between two articles after which their likeness counts half. */
const HALF_LIFE_DAYS = 60
/** What one section in common weighs beside a tag; a tag that few share weighs more. */
const CATEGORY_WEIGHT = 1

/**
 * Up to `limit` articles to read after this one, best first. Likeness is the
 * sum over shared tags of their inverse document frequency, ln(1 + N / n), plus
 * a weight for a shared category; it fades by halves with the time between the
 * two. Only articles that share a tag or the category come in question, and no
 * translation; ties go to the newer.
 */
export function relatedTo(article: Article, edition: Edition, limit: number): Summary[] {
  const likeness = new Map<Summary, number>()
  const add = (others: readonly Summary[], weight: number) => {
    for (const other of others) likeness.set(other, (likeness.get(other) ?? 0) + weight)
  }
  for (const tag of article.tags) {
    const tagged = edition.byTag.get(tag.slug) ?? []
    add(tagged, Math.log(1 + edition.articles.length / tagged.length))
  }
  add(edition.byCategory.get(article.category.slug) ?? [], CATEGORY_WEIGHT)
  const own = new Set([article.slug, ...article.translations.map(({ slug }) => slug)])
  for (const other of likeness.keys()) if (own.has(other.slug)) likeness.delete(other)

  // The best few are kept while all are looked at: sorting thousands for five would take twice as long.
  const best: Likely[] = []
  for (const [other, weight] of likeness) {
    const likely = { other, score: weight * 2 ** (-daysBetween(article, other) / HALF_LIFE_DAYS) }
    const last = best[limit - 1]
    if (last && byLikeness(last, likely) <= 0) continue
    best.splice(best.findLastIndex((one) => byLikeness(one, likely) <= 0) + 1, 0, likely)
    best.length = Math.min(best.length, limit)
  }
  return best.map(({ other }) => other)
}

interface Likely {
  other: Summary
  score: number
}

function byLikeness(a: Likely, b: Likely): number {
  return (
    b.score - a.score ||
    b.other.publishedAt.getTime() - a.other.publishedAt.getTime() ||
    (a.other.slug < b.other.slug ? -1 : 1)
  )
}

function daysBetween(a: Pick<Article, 'publishedAt'>, b: Summary): number {
  return Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) / DAY
}
