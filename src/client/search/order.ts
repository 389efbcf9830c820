import type { PagefindData, PagefindResult } from './pagefind.ts'

interface Listed {
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
export async function* byScore(lists: Listed[][]): AsyncGenerator<Loaded> {
  for (const listed of lists.flat().sort((a, b) => b.result.score - a.result.score)) yield load(listed)
}

/** Each list comes newest first, but tells a result's date only when it is loaded: the newest of the heads is next. */
export async function* byDate(lists: Listed[][]): AsyncGenerator<Loaded> {
  const queues = lists.map((list) => list[Symbol.iterator]())
  const pull = async (queue: Iterator<Listed>) => {
    const { value, done } = queue.next()
    return done ? undefined : load(value)
  }
  const heads = await Promise.all(queues.map(pull))
  const publishedAt = (head: Loaded | undefined) => head?.data.meta.published ?? ''
  while (true) {
    let newest = -1
    heads.forEach((head, i) => {
      if (head && publishedAt(head) > publishedAt(heads[newest])) newest = i
    })
    const head = heads[newest]
    const queue = queues[newest]
    if (!head || !queue) return
    yield head
    heads[newest] = await pull(queue)
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

async function load({ result, language }: Listed): Promise<Loaded> {
  return { data: await result.data(), language }
}
