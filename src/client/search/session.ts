import type { FilterCounts } from './counts.ts'
import { type Found, openSearch, type SearchEngine, type SearchResult } from './engine.ts'
import type { SearchRequest } from './request.ts'

export interface SearchSession {
  /** What is found, and the first results of it. Rejects when the index cannot be had. */
  search(request: SearchRequest, count: number): Promise<{ found: Found; results: SearchResult[] }>
  /** Counts of all articles. */
  filters(): Promise<FilterCounts>
}

/**
 * Searches the indexes below `folder`, which are opened at the first question;
 * what is found comes `withCounts` for filters or without. An engine that fails
 * is opened anew at once, as a new build may have replaced its index, and again
 * at the next question.
 */
export function searchSession(folder: string, { withCounts = false } = {}): SearchSession {
  let opened: Promise<SearchEngine> | undefined
  let attempt = 0

  const open = () => {
    opened ??= openSearch(folder, attempt++).then(async (engine) => {
      if (withCounts) await engine.filters()
      return engine
    })
    return opened
  }

  const ask = async <T>(question: (engine: SearchEngine) => Promise<T>): Promise<T> => {
    const mine = open()
    try {
      return await question(await mine)
    } catch (error) {
      if (opened === mine) opened = undefined
      void mine.then((engine) => engine.close()).catch(() => undefined)
      throw error
    }
  }

  const twice = <T>(question: (engine: SearchEngine) => Promise<T>) =>
    ask(question).catch(() => ask(question))

  return {
    search: (request, count) =>
      twice(async (engine) => {
        const found = await engine.search(request)
        return { found, results: await found.next(count) }
      }),
    filters: () => twice((engine) => engine.filters()),
  }
}
