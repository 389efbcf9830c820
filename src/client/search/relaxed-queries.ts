import { isEmpty, type SearchRequest } from './request.ts'

/** Each one is a search of its own. */
const MOST = 8

/**
 * Requests that ask for less than one that found nothing, the closest to it
 * first: without quotes, without filters, with one word fewer, by each word.
 */
export function relaxedQueries(request: SearchRequest): SearchRequest[] {
  const plain = { ...request, query: unquoted(request.query) }
  const unfiltered = { ...plain, filters: {} }
  const words = plain.query.split(' ').filter(Boolean)
  const fewer = words.length > 2 ? words.map((_, i) => words.toSpliced(i, 1).join(' ')).reverse() : []
  const single = words.length > 1 ? words.toSorted((a, b) => b.length - a.length) : []
  const seen = new Set([keyOf(request)])
  return [plain, unfiltered, ...[...fewer, ...single].map((query) => ({ ...unfiltered, query }))]
    .filter((relaxed) => !isEmpty(relaxed) && !seen.has(keyOf(relaxed)) && seen.add(keyOf(relaxed)))
    .slice(0, MOST)
}

function unquoted(query: string): string {
  return query
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function keyOf({ query, filters }: SearchRequest): string {
  return JSON.stringify([query.toLowerCase(), Object.entries(filters)])
}
