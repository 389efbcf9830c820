import { chooseIndexes } from './choose-indexes.ts'
import { type FilterCounts, mergeCounts } from './counts.ts'
import { fetchIndexList, LanguageIndexes } from './indexes.ts'
import { byDate, byScore, isMeant, newestFirst, take, type Loaded } from './order.ts'
import type { PagefindData } from './pagefind.ts'
import { FILTERS, type FilterName, type Filters, type SearchRequest } from './request.ts'
import { wordsOf } from './words.ts'

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
  /** Whether a word of the query stands nowhere as it is: then these are articles with words near to it. */
  isNear: boolean
  /** Articles that have not been searched, as they are older; `openOlder` of the engine brings them in. */
  unsearched: number
  /** `YYYY-MM` from which on all were searched; undefined where all there are were. */
  since: string | undefined
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
  /** Counts of all articles that are searched. */
  filters(): Promise<FilterCounts>
  /** From now on all articles are searched. */
  openOlder(): Promise<void>
  close(): void
}

/**
 * Opens the indexes below `folder`, of each language and, at first, of the
 * newest articles, as one engine. Rejects when they cannot be fetched.
 * `attempt` tells an opening from the ones before.
 */
export async function openSearch(folder: string, attempt: number): Promise<SearchEngine> {
  const list = await fetchIndexList(folder)
  const languages = await Promise.all(
    Object.entries(list).map(([language, indexes]) => LanguageIndexes.of(language, indexes, folder, attempt)),
  )
  const instances = languages.map(({ instance }) => instance)
  /** The open indexes that answer a query, by language. */
  const choose = async (query: string) => {
    const keyOf = ({ language }: LanguageIndexes, name: string) => `${language} ${name}`
    const having = async (word: string) => {
      const found = languages.map(async (one) => (await one.having(word)).map((name) => keyOf(one, name)))
      return new Set((await Promise.all(found)).flat())
    }
    const all = languages.flatMap((one) => one.open.map(({ name }) => keyOf(one, name)))
    const { asked, isNear } = chooseIndexes(all, await Promise.all(wordsOf(query).map(having)))
    const names = languages.map((one) =>
      one.open.map(({ name }) => name).filter((name) => asked.includes(keyOf(one, name))),
    )
    return { names, isNear }
  }
  return {
    async search(request) {
      const { query, filters } = request
      const chosen = FILTERS.filter((name) => filters[name])
      const [now, { names, isNear }] = await Promise.all([fetchIndexList(folder), choose(query)])
      // Pagefind keeps silent about pieces of the index that are gone, and would find nothing.
      if (JSON.stringify(now) !== JSON.stringify(list)) throw new Error('the search index is of an old build')
      const ask = (filters: Filters) =>
        Promise.all(languages.map((one, i) => one.search(query || null, filters, names[i] ?? [])))
      const [answers, ...wider] = await Promise.all([
        ask(filters),
        ...chosen.map((name) => ask(without(filters, name))),
      ])
      const counts = mergeCounts(answers.map((answer) => answer.filters))
      chosen.forEach((name, i) => {
        counts[name] = mergeCounts(wider[i]?.map((answer) => answer.filters) ?? [])[name] ?? {}
      })
      const lists = answers.map(({ results }, i) =>
        results.filter(isMeant).map((result) => ({ result, language: languages[i]?.language ?? '' })),
      )
      // An article is found by relevance to words alone.
      const results =
        query && request.sort === 'relevance'
          ? byScore(lists)
          : byDate(languages.map((indexes, i) => newestFirst(indexes, names[i] ?? [], request)))
      return {
        total: lists.flat().length,
        isNear,
        unsearched: languages.reduce((sum, { older }) => sum + older, 0),
        since: languages
          .flatMap(({ wholeSince }) => wholeSince ?? [])
          .sort()
          .at(-1),
        counts,
        next: async (count) => (await take(results, count)).map(toResult),
      }
    },
    async filters() {
      return mergeCounts(await Promise.all(instances.map((instance) => instance.filters())))
    },
    async openOlder() {
      await Promise.all(languages.map((indexes) => indexes.openOlder()))
    },
    close() {
      for (const instance of instances) void instance.destroy()
    },
  }
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
