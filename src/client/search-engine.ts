/** The part of Pagefind's browser API that is used here; see its docs, "Searching with the Pagefind API". */
interface Pagefind {
  createInstance(options: { basePath: string }): PagefindInstance
}

interface PagefindInstance {
  search(query: string | null, options: SearchOptions): Promise<{ results: PagefindResult[] }>
  filters(): Promise<FilterCounts>
}

interface SearchOptions {
  filters: Record<string, string>
  sort?: { date: 'desc' }
}

interface PagefindResult {
  score: number
  data(): Promise<SearchResult>
}

/** Articles by filter and value, `{ category: { politics: 12 } }`. */
export type FilterCounts = Record<string, Record<string, number>>

export interface SearchResult {
  url: string
  /** HTML: text with its entities, and `mark` around what was found. */
  excerpt: string
  meta: Record<string, string | undefined>
}

export interface SearchRequest {
  query: string
  filters: Record<string, string>
  sort: 'relevance' | 'date'
}

export interface Found {
  total: number
  /** The next results in order, as many as there are up to `count`. */
  next(count: number): Promise<SearchResult[]>
}

export interface SearchEngine {
  search(request: SearchRequest): Promise<Found>
  filters(): Promise<FilterCounts>
}

/**
 * Opens the indexes below `folder`, one for each language of the articles, as
 * one engine. Rejects when they cannot be fetched.
 */
export async function openSearch(folder: string): Promise<SearchEngine> {
  const response = await fetch(`${folder}languages.json`)
  if (!response.ok) throw new Error(`no search index: ${response.status}`)
  const languages = (await response.json()) as string[]
  const instances = await Promise.all(
    languages.map(async (language) => {
      const basePath = `${folder}${language}/`
      // Each language has its own stemmer, in its own folder.
      const pagefind = (await import(/* @vite-ignore */ `${basePath}pagefind.js`)) as Pagefind
      return pagefind.createInstance({ basePath })
    }),
  )
  return {
    async search({ query, filters, sort }) {
      const options: SearchOptions = sort === 'date' ? { filters, sort: { date: 'desc' } } : { filters }
      const lists = await Promise.all(
        instances.map(async (instance) => (await instance.search(query, options)).results),
      )
      const results = sort === 'date' ? byDate(lists) : byScore(lists)
      return { total: lists.flat().length, next: (count) => take(results, count) }
    },
    async filters() {
      return merge(await Promise.all(instances.map((instance) => instance.filters())))
    },
  }
}

async function* byScore(lists: PagefindResult[][]): AsyncGenerator<SearchResult> {
  for (const result of lists.flat().sort((a, b) => b.score - a.score)) yield result.data()
}

/** Each list comes newest first, but tells a result's date only when it is loaded: the newest of the heads is next. */
async function* byDate(lists: PagefindResult[][]): AsyncGenerator<SearchResult> {
  const queues = lists.map((list) => list[Symbol.iterator]())
  const pull = async (queue: Iterator<PagefindResult>) =>
    queue.next().value?.data() as Promise<SearchResult> | undefined
  const heads = await Promise.all(queues.map(pull))
  while (true) {
    let newest = -1
    heads.forEach((head, i) => {
      if (head && (head.meta.published ?? '') > (heads[newest]?.meta.published ?? '')) newest = i
    })
    const result = heads[newest]
    const queue = queues[newest]
    if (!result || !queue) return
    yield result
    heads[newest] = await pull(queue)
  }
}

async function take(results: AsyncGenerator<SearchResult>, count: number): Promise<SearchResult[]> {
  const taken: SearchResult[] = []
  while (taken.length < count) {
    const { value, done } = await results.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

function merge(all: FilterCounts[]): FilterCounts {
  const merged: FilterCounts = {}
  for (const counts of all) {
    for (const [filter, values] of Object.entries(counts)) {
      const into = merged[filter] ?? {}
      for (const [value, count] of Object.entries(values)) into[value] = (into[value] ?? 0) + count
      merged[filter] = into
    }
  }
  return merged
}
