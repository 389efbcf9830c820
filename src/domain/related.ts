import type { Article } from './article.ts'
import { firstFrom, newestOfMonths, rarity, type Term, termsIn } from './shared-terms.ts'
import { type Summary, summaryOf } from './summary.ts'

const DAY = 86_400_000
/** Days between two articles after which their likeness counts half. */
const HALF_LIFE_DAYS = 60
/** A section in common: as a tag that every article has. */
const SECTION_WEIGHT = 1
/** A word of the title in common, beside a tag as rare. */
const WORD_SHARE = 0.5
/** A word less rare than this, one title in eight or more has it, tells nothing. */
const LEAST_WORD_RARITY = 4
/** Of the many that share a term, so many before and after in time come in question. */
const WINDOW = { section: 12, tag: 100, word: 100 }
/** Found, though nothing is added up yet. */
const SOME = 2 ** -20

interface Likely {
  place: number
  score: number
}

/**
 * A look-up of up to `limit` articles to read after one, best first. Likeness is
 * the sum of the inverse document frequencies of shared tags and words of titles,
 * and something for a shared section; it fades by halves with the time between
 * the two. Ties go to the newer.
 *
 * Frequencies are those at the end of the article's month, so that what a
 * term weighs does not change as the archive grows: a new article changes the
 * look-up for those that it is among the best for, and seldom for others of its
 * month. Of a term's many holders those nearest in time come in question, so that
 * no look-up grows with the archive. A translation is not another article.
 * @param articles newest first
 */
export function relatedIn(articles: readonly Article[], limit: number): (article: Article) => Summary[] {
  const placeOf = new Map(articles.map((article, place) => [article, place]))
  const terms = termsIn(articles)
  const newest = newestOfMonths(articles)
  // By place, in lists of numbers: to look into the articles themselves takes thrice as long.
  const likeness = new Float64Array(articles.length)
  const found = new Uint32Array(articles.length)
  const sections = sectionsOf(articles)

  const weightOf = (term: Term, own: number): number => {
    // What it weighs is added to all of the section, within the window or not.
    if (term.kind === 'section') return SOME
    const weight = rarity(term, newest[own] as number, articles.length)
    if (term.kind === 'tag') return weight
    return weight < LEAST_WORD_RARITY ? 0 : WORD_SHARE * weight
  }

  /** Adds up what is alike, and lists in `found` the places where anything is; returns how many. */
  const addUp = (own: number, shared: readonly Term[]): number => {
    let count = 0
    for (const term of shared) {
      const weight = weightOf(term, own)
      if (weight === 0) continue
      const { holders, kind } = term
      const middle = firstFrom(holders, own)
      const end = Math.min(holders.length, middle + WINDOW[kind] + 1)
      for (let i = Math.max(0, middle - WINDOW[kind]); i < end; i++) {
        const place = holders[i] as number
        if (likeness[place] === 0) found[count++] = place
        likeness[place] = (likeness[place] as number) + weight
      }
    }
    return count
  }

  return (article) => {
    const own = placeOf.get(article)
    if (own === undefined) return []
    const translations = new Set(article.translations.map(({ slug }) => slug))
    const best: Likely[] = []
    const count = addUp(own, terms.get(article) ?? [])
    for (let i = 0; i < count; i++) {
      const place = found[i] as number
      const sum = (likeness[place] as number) + (sections[place] === sections[own] ? SECTION_WEIGHT : 0)
      likeness[place] = 0
      // Most are no match for the last of the best, even if no time lay between.
      const last = best[limit - 1]
      if (place === own || (last && sum < last.score)) continue
      const other = articles[place] as Article
      if (translations.has(other.slug)) continue
      const likely = { place, score: sum * 2 ** (-daysBetween(article, other) / HALF_LIFE_DAYS) }
      if (last && byLikeness(last, likely) < 0) continue
      best.splice(best.findLastIndex((one) => byLikeness(one, likely) < 0) + 1, 0, likely)
      best.length = Math.min(best.length, limit)
    }
    return best.map(({ place }) => summaryOf(articles[place] as Article))
  }
}

function byLikeness(a: Likely, b: Likely): number {
  return b.score - a.score || a.place - b.place
}

/** By the place of each article, a number for its section. */
function sectionsOf(articles: readonly Article[]): Uint32Array {
  const numbers = new Map<string, number>()
  return Uint32Array.from(articles, ({ category: { slug } }) => {
    if (!numbers.has(slug)) numbers.set(slug, numbers.size)
    return numbers.get(slug) as number
  })
}

function daysBetween(a: Article, b: Article): number {
  return Math.abs(a.publishedAt.getTime() - b.publishedAt.getTime()) / DAY
}
