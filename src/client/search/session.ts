import type { FilterCounts } from './counts.ts'
import { type Found, openSearch, type SearchEngine, type SearchResult } from './engine.ts'
import type { SearchRequest } from './request.ts'

export interface SearchSession {
  /**
   * What is found, and the first results of it; among older articles too where
   * the newer ones have nothing. Rejects when the index cannot be had.
   */
  search(request: SearchRequest, count: number): Promise<{ found: Found; results: SearchResult[] }>
  /** Counts of all articles that are searched. */
  filters(): Promise<FilterCounts>
  /** From now on older articles are searched too. */
  openOlder(): Promise<void>
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
  let withOlder = false

  const open = () => {
    opened ??= openSearch(folder, attempt++).then(async (engine) => {
      if (withOlder) await engine.openOlder()
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

  const openOlder = async (engine: SearchEngine) => {
    withOlder = true
    await engine.openOlder()
    if (withCounts) await engine.filters()
  }

  return {
    search: (request, count) =>
      twice(async (engine) => {
        let found = await engine.search(request)
        if (found.total === 0 && found.unsearched > 0) {
          await openOlder(engine)
          found = await engine.search(request)
        }
        return { found, results: await found.next(count) }
      }),
    filters: () => twice((engine) => engine.filters()),
    openOlder: () => twice(openOlder),
  }
}
