import type { LanguageIndexes } from './indexes.ts'
import type { PagefindData, PagefindResult } from './pagefind.ts'
import type { SearchRequest } from './request.ts'

interface ScoredResult {
  result: PagefindResult
  language: string
}

export interface Loaded {
  data: PagefindData
  language: string
}

/** Pagefind looks into all metadata; but the address of a picture is nothing that a reader searches for. */
export function isMeant({ words, matchedMetaFields = [] }: PagefindResult): boolean {
  return (
    words.length > 0 || matchedMetaFields.length === 0 || matchedMetaFields.some((name) => name !== 'image')
  )
}

/** Results of several indexes as one list, loaded one by one as they are asked for. */
export async function* byScore(lists: ScoredResult[][]): AsyncGenerator<Loaded> {
  for (const listed of lists.flat().sort((a, b) => b.result.score - a.result.score)) yield load(listed)
}

/**
 * What one language's indexes of these names find, newest first. They are asked
 * one after the other, in their order, when the results of the one before have
 * been taken.
 */
export async function* newestFirst(
  { language, instance }: Pick<LanguageIndexes, 'language' | 'instance'>,
  names: readonly string[],
  { query, filters }: SearchRequest,
): AsyncGenerator<Loaded> {
  for (const name of names) {
    const { results } = await instance.search(query || null, {
      filters: { ...filters, index: name },
      sort: { date: 'desc' },
    })
    for (const result of results.filter(isMeant)) yield load({ result, language })
  }
}

/** Lists that each come newest first as one: the newest of their heads is next. */
export async function* byDate(lists: AsyncGenerator<Loaded>[]): AsyncGenerator<Loaded> {
  const pull = async (list: AsyncGenerator<Loaded>) => {
    const { value, done } = await list.next()
    return done ? undefined : value
  }
  const heads = await Promise.all(lists.map(pull))
  const publishedAt = (head: Loaded | undefined) => head?.data.meta.published ?? ''
  while (true) {
    let newest = -1
    heads.forEach((head, i) => {
      if (head && publishedAt(head) > publishedAt(heads[newest])) newest = i
    })
    const head = heads[newest]
    const list = lists[newest]
    if (!head || !list) return
    yield head
    heads[newest] = await pull(list)
  }
}

export async function take<T>(results: AsyncGenerator<T>, count: number): Promise<T[]> {
  const taken: T[] = []
  while (taken.length < count) {
    const { value, done } = await results.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

async function load({ result, language }: ScoredResult): Promise<Loaded> {
  return { data: await result.data(), language }
}
