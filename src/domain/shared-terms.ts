import type { Article } from './article.ts'

/** What articles share, and the places of those that have it, newest first. */
export interface Term {
  kind: 'section' | 'tag' | 'word'
  holders: number[]
}

/** The terms of each article: its section, its tags, the words of its title from three letters on. */
export function termsIn(articles: readonly Article[]): Map<Article, Term[]> {
  const terms = new Map<string, Term>()
  const termOf = (kind: Term['kind'], name: string, place: number) => {
    const key = `${kind} ${name}`
    const term = terms.get(key) ?? { kind, holders: [] }
    terms.set(key, term)
    term.holders.push(place)
    return term
  }
  return new Map(
    articles.map((article, place) => {
      const words = article.title.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu) ?? []
      const own = [
        termOf('section', article.category.slug, place),
        ...article.tags.map(({ slug }) => termOf('tag', slug, place)),
        ...[...new Set(words)].map((word) => termOf('word', word, place)),
      ]
      return [article, own]
    }),
  )
}

/**
 * By the place of each article, that of the newest of its month, in UTC.
 * @param articles newest first
 */
export function newestOfMonths(articles: readonly Article[]): Uint32Array {
  const newest = new Uint32Array(articles.length)
  let last = ''
  for (const [place, { publishedAt }] of articles.entries()) {
    const month = publishedAt.toISOString().slice(0, 7)
    newest[place] = month === last ? (newest[place - 1] as number) : place
    last = month
  }
  return newest
}

/**
 * The inverse document frequency, log2(N / n) + 1, of a term among the articles
 * from a place on, both logarithms rounded down to halves.
 */
export function rarity({ holders }: Term, from: number, articles: number): number {
  return halfBits(articles - from) - halfBits(holders.length - firstFrom(holders, from)) + 1
}

/** The place of the first number in an ascending list that is not less than one; the list has such. */
export function firstFrom(ascending: readonly number[], number: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) < number) low = middle + 1
    else high = middle
  }
  return low
}

function halfBits(count: number): number {
  return Math.floor(2 * Math.log2(count)) / 2
}
