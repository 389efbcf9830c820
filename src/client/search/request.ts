export const FILTERS = ['category', 'author', 'year', 'tag'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Record<FilterName, string>>

/** What is searched for; also what the address of the search page holds. */
export interface SearchRequest {
  /** Empty where only filters are asked for. */
  query: string
  filters: Filters
  sort: 'relevance' | 'date'
}

/** In characters; more would ask for a piece of the index for each of its words. */
export const LONGEST_QUERY = 200

/** A query as it is searched for: without blanks around it, and no longer than may be. */
export function shorten(query: string): string {
  const characters = [...query.trim()]
  return characters.length <= LONGEST_QUERY
    ? characters.join('')
    : characters.slice(0, LONGEST_QUERY).join('').trim()
}

export function isTooLong(query: string): boolean {
  return [...query.trim()].length > LONGEST_QUERY
}

export function isEmpty({ query, filters }: SearchRequest): boolean {
  return query === '' && Object.keys(filters).length === 0
}

/** Reads the query string of an address; what it lacks or nobody knows is left out. */
export function parseRequest(address: string): SearchRequest {
  const values = new URLSearchParams(address)
  const filters: Filters = {}
  for (const name of FILTERS) {
    const value = values.get(name)
    if (value) filters[name] = value
  }
  return {
    // WordPress's searches have their words in `s`.
    query: shorten(values.get('q') ?? values.get('s') ?? ''),
    filters,
    sort: values.get('sort') === 'date' ? 'date' : 'relevance',
  }
}

/** The query string that `parseRequest` reads, with its `?`; empty for a request that asks for nothing. */
export function writeRequest({ query, filters, sort }: SearchRequest): string {
  const values = new URLSearchParams()
  if (query) values.set('q', query)
  for (const name of FILTERS) {
    const value = filters[name]
    if (value) values.set(name, value)
  }
  if (sort === 'date') values.set('sort', sort)
  return values.size > 0 ? `?${values}` : ''
}
