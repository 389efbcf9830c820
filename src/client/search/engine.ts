import { type FilterCounts, mergeCounts } from './counts.ts'
import { byDate, byScore, isMeant, take, type Loaded } from './order.ts'
import type { Pagefind, PagefindData, PagefindOptions } from './pagefind.ts'
import { FILTERS, type FilterName, type Filters, type SearchRequest } from './request.ts'

export interface Section {
  title: string
  /** With the section's anchor; the article's own address for what stands before the first heading. */
  url: string
  /** How much of it is what was searched for, in comparison with other sections. */
  matches: number
}

export interface SearchResult extends Pick<PagefindData, 'url' | 'excerpt' | 'meta'> {
  /** Of the article, without its region. */
  language: string
  sections: Section[]
}

export interface Found {
  total: number
  /**
   * For each filter, what its values would find with the query and the other
   * filters; empty unless `filters` of the engine has been called.
   */
  counts: FilterCounts
  /** The next results in order, as many as there are up to `count`. */
  next(count: number): Promise<SearchResult[]>
}

export interface SearchEngine {
  /** Rejects when the index cannot be fetched, and when it is no longer the one that was opened. */
  search(request: SearchRequest): Promise<Found>
  /** Counts of all articles. */
  filters(): Promise<FilterCounts>
  close(): void
}

/**
 * Opens the indexes below `folder`, one for each language of the articles, as
 * one engine. Rejects when they cannot be fetched. `attempt` tells an opening
 * from the ones before: browsers remember that a module could not be loaded.
 */
export async function openSearch(folder: string, attempt: number): Promise<SearchEngine> {
  const builds = await fetchBuilds(folder)
  const languages = Object.keys(builds)
  const instances = await Promise.all(
    Object.entries(builds).map(async ([language, build]) => {
      const basePath = `${folder}${language}/`
      // Each language has its own stemmer, in its own folder.
      const address = `${basePath}pagefind.js?${build}-${attempt}`
      const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind
      return pagefind.createInstance({ basePath, excerptEllipsis: '…' })
    }),
  )
  const ask = ({ query, sort }: SearchRequest, filters: Filters) => {
    const options: PagefindOptions = sort === 'date' ? { filters, sort: { date: 'desc' } } : { filters }
    return Promise.all(instances.map((instance) => instance.search(query || null, options)))
  }
  return {
    async search(request) {
      const { filters } = request
      // An article is found by relevance to words alone.
      const asked = request.query ? request : { ...request, sort: 'date' as const }
      const chosen = FILTERS.filter((name) => filters[name])
      const [answers, now, ...wider] = await Promise.all([
        ask(asked, filters),
        fetchBuilds(folder),
        ...chosen.map((name) => ask(asked, without(filters, name))),
      ])
      // Pagefind keeps silent about pieces of the index that are gone, and would find nothing.
      if (JSON.stringify(now) !== JSON.stringify(builds))
        throw new Error('the search index is of an old build')
      const counts = mergeCounts(answers.map((answer) => answer.filters))
      chosen.forEach((name, i) => {
        counts[name] = mergeCounts(wider[i]?.map((answer) => answer.filters) ?? [])[name] ?? {}
      })
      const lists = answers.map(({ results }, i) =>
        results.filter(isMeant).map((result) => ({ result, language: languages[i] ?? '' })),
      )
      const results = asked.sort === 'date' ? byDate(lists) : byScore(lists)
      return {
        total: lists.flat().length,
        counts,
        next: async (count) => (await take(results, count)).map(toResult),
      }
    },
    async filters() {
      return mergeCounts(await Promise.all(instances.map((instance) => instance.filters())))
    },
    close() {
      for (const instance of instances) void instance.destroy()
    },
  }
}

/** Each language's build, by which a new index is told from an old one. */
async function fetchBuilds(folder: string): Promise<Record<string, string>> {
  const response = await fetch(`${folder}languages.json`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`no search index: ${response.status}`)
  return (await response.json()) as Record<string, string>
}

function without(filters: Filters, name: FilterName): Filters {
  const { [name]: _, ...others } = filters
  return others
}

function toResult({ language, data: { url, excerpt, meta, sub_results } }: Loaded): SearchResult {
  const sections = sub_results.map(({ title, url, weighted_locations }) => ({
    title,
    url,
    matches: weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0),
  }))
  return { url, excerpt, meta, language, sections }
}
