import { describe, expect, test } from 'vitest'
import { byDate, byScore, isMeant, newestFirst, take } from './order.ts'

const listed = (published: string, score = 0) => ({
  language: 'en',
  result: {
    score,
    words: [],
    data: async () => ({ url: published, excerpt: '', meta: { published }, sub_results: [] }),
  },
})
async function* loaded(dates: string[]) {
  for (const date of dates) yield { language: 'en', data: await listed(date).result.data() }
}
const urls = (loaded: { data: { url: string } }[]) => loaded.map(({ data }) => data.url)

describe('results of several indexes', () => {
  test('by date: newest first, taken page by page', async () => {
    const results = byDate(
      [['2025-06', '2025-03', '2025-01'], [], ['2025-07', '2025-02']].map((dates) => loaded(dates)),
    )
    expect(urls(await take(results, 2))).toEqual(['2025-07', '2025-06'])
    expect(urls(await take(results, 9))).toEqual(['2025-03', '2025-02', '2025-01'])
    expect(await take(results, 1)).toEqual([])
  })

  test('by score: best first, and none is loaded before it is asked for', async () => {
    const last = listed('c', 1)
    last.result.data = () => Promise.reject(new Error('loaded too early'))
    const results = byScore([[listed('b', 2), last], [listed('a', 3)]])
    expect(urls(await take(results, 2))).toEqual(['a', 'b'])
    await expect(take(results, 1)).rejects.toThrow('too early')
  })

  test('of one language: an older index is asked when the newer ones have been read to their end', async () => {
    const asked: unknown[] = []
    const indexes = {
      language: 'en',
      instance: {
        search: async (query: unknown, { filters, sort }: { filters: { index: string }; sort: unknown }) => {
          asked.push([query, filters, sort])
          return { results: ['b', 'a'].map((letter) => listed(filters.index + letter).result) }
        },
      },
    } as unknown as Parameters<typeof newestFirst>[0]
    const results = newestFirst(indexes, ['2025', '2024', '2023'], {
      query: '',
      filters: { tag: 'Rice' },
      sort: 'relevance',
    })
    expect(urls(await take(results, 3))).toEqual(['2025b', '2025a', '2024b'])
    expect(asked).toEqual([
      [null, { tag: 'Rice', index: '2025' }, { date: 'desc' }],
      [null, { tag: 'Rice', index: '2024' }, { date: 'desc' }],
    ])
  })

  test('of no index are none', async () => {
    expect(await take(byScore([]), 5)).toEqual([])
    expect(await take(byDate([]), 5)).toEqual([])
  })
})

test.each([
  [[4], ['image'], true],
  [[], ['image'], false],
  [[], ['image', 'title'], true],
  [[], undefined, true],
])('found at %j and in %j is meant: %j', (words, matchedMetaFields, meant) => {
  const { result } = listed('a')
  expect(isMeant({ ...result, words, ...(matchedMetaFields && { matchedMetaFields }) })).toBe(meant)
})
