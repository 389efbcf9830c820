import { describe, expect, test } from 'vitest'
import { type FakeIndexes, searchedSite } from '../../../tests/support/fake-pagefind.ts'
import { openSearch } from './engine.ts'
import type { SearchRequest } from './request.ts'
import { searchSession } from './session.ts'

const INDEXES: FakeIndexes = {
  en: {
    new: [
      { title: 'Flood in the city', published: '2025-07-02', category: 'City', score: 2 },
      { title: 'Rice harvest', published: '2025-06-01', category: 'Farms' },
    ],
    old: [
      { title: 'Old flood', published: '2019-03-01', category: 'City', score: 9 },
      { title: 'Opera', published: '2018-01-01' },
    ],
  },
  id: { new: [{ title: 'Flood warning', published: '2025-07-03', category: 'City', score: 1 }] },
}

const asking = (query: string, rest: Partial<SearchRequest> = {}): SearchRequest => ({
  ...{ query, filters: {}, sort: 'relevance' },
  ...rest,
})

async function search(request: SearchRequest, options: { atFirst?: number; older?: boolean } = {}) {
  const { folder } = await searchedSite(INDEXES, options)
  const engine = await openSearch(folder, 0)
  if (options.older) await engine.openOlder()
  const found = await engine.search(request)
  const results = await found.next(10)
  return {
    ...found,
    titles: results.map(({ meta }) => meta.title),
    languages: results.map(({ language }) => language),
  }
}

describe('a search of all languages', () => {
  test('finds by relevance what is in the newest indexes', async () => {
    const { titles, languages, total } = await search(asking('flood'))
    expect(titles).toEqual(['Flood in the city', 'Flood warning'])
    expect(languages).toEqual(['en', 'id'])
    expect(total).toBe(2)
  })

  test('finds by date across languages', async () => {
    expect((await search(asking('flood', { sort: 'date' }))).titles).toEqual([
      'Flood warning',
      'Flood in the city',
    ])
  })

  test('without words finds all of a filter by date', async () => {
    const { titles } = await search(asking('', { filters: { category: 'City' } }))
    expect(titles).toEqual(['Flood warning', 'Flood in the city'])
  })

  test('says how much has not been searched, and from when on all has', async () => {
    expect(await search(asking('flood'))).toMatchObject({ unsearched: 2, since: '2025-06' })
  })

  test('searches the rest once it is opened', async () => {
    const { titles, unsearched, since } = await search(asking('flood'), { older: true })
    expect(titles[0]).toBe('Old flood')
    expect([unsearched, since]).toEqual([0, undefined])
  })

  test('asks no index that lacks a word which another has', async () => {
    expect(await search(asking('rice'))).toMatchObject({ isNear: false, titles: ['Rice harvest'] })
    expect(await search(asking('nowhere'))).toMatchObject({ isNear: true, total: 0 })
  })

  test('counts for a chosen filter what its other values would find', async () => {
    const { counts } = await search(asking('', { filters: { category: 'Farms' } }))
    expect(counts.category).toEqual({ City: 2, Farms: 1 })
  })

  test('gives results piece by piece', async () => {
    const { folder } = await searchedSite(INDEXES)
    const found = await (await openSearch(folder, 0)).search(asking('flood'))
    const next = async () => (await found.next(1)).map(({ url }) => url)
    expect([await next(), await next(), await next()]).toEqual([
      ['/flood-in-the-city/'],
      ['/flood-warning/'],
      [],
    ])
  })
})

describe('an engine', () => {
  test('fails where another build has replaced its indexes', async () => {
    const site = await searchedSite(INDEXES)
    const engine = await openSearch(site.folder, 0)
    site.rebuild()
    await expect(engine.search(asking('flood'))).rejects.toThrow('old build')
  })

  test('counts all articles of its open indexes', async () => {
    const { folder } = await searchedSite(INDEXES)
    expect(await (await openSearch(folder, 0)).filters()).toEqual({ category: { City: 2, Farms: 1 } })
  })

  test('leaves nothing open when it is closed', async () => {
    const site = await searchedSite(INDEXES)
    const engine = await openSearch(site.folder, 0)
    expect(site.open.size).toBe(2)
    engine.close()
    expect(site.open.size).toBe(0)
  })
})

describe('a session', () => {
  test('opens the indexes at the first question, and once', async () => {
    const site = await searchedSite(INDEXES)
    const session = searchSession(site.folder)
    expect(site.open.size).toBe(0)
    await session.search(asking('flood'), 1)
    await session.search(asking('rice'), 1)
    expect(site.open.size).toBe(2)
  })

  test('looks among older articles where the newer ones have nothing', async () => {
    const session = searchSession((await searchedSite(INDEXES)).folder)
    const { results, found } = await session.search(asking('opera'), 5)
    expect(results.map(({ url }) => url)).toEqual(['/opera/'])
    expect(found.unsearched).toBe(0)
    expect((await session.search(asking('flood'), 5)).results).toHaveLength(3)
  })

  test('opens another engine where one fails, with the older articles that it had, and closes the first', async () => {
    const site = await searchedSite(INDEXES)
    const session = searchSession(site.folder)
    await session.openOlder()
    site.rebuild()
    const { results } = await session.search(asking('flood'), 5)
    expect(results).toHaveLength(3)
    expect(site.open.size).toBe(2)
  })

  test('fails where the second engine does too, and answers the next question', async () => {
    const site = await searchedSite(INDEXES)
    const session = searchSession(site.folder)
    site.failures = 100
    await expect(session.search(asking('flood'), 1)).rejects.toThrow('piece of the index')
    site.failures = 0
    expect((await session.search(asking('flood'), 1)).results).toHaveLength(1)
  })

  test('counts for filters where it is asked to', async () => {
    const session = searchSession((await searchedSite(INDEXES)).folder, { withCounts: true })
    expect(await session.filters()).toEqual({ category: { City: 2, Farms: 1 } })
  })
})
