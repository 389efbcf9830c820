import { describe, expect, test } from 'vitest'
import { article, editionOf, series } from '../../tests/support/newsroom.ts'
import { placeInSeries } from './series.ts'

const part = (slug: string, number: number, rest = {}) =>
  article(slug, { series: { slug: 'tariffs', part: number }, ...rest })

const ENTRIES = [
  part('third', 30, { publishedAt: '2025-07-01' }),
  part('first', 1, { publishedAt: '2025-07-03' }),
  part('draft', 2, { draft: true }),
  part('second', 3, { publishedAt: '2025-07-02' }),
  part('withdrawn', 4, { publishedAt: '2025-07-02', withdrawn: { at: '2025-07-03', reason: 'x' } }),
  part('later', 5, { publishedAt: '2031-01-01' }),
  article('alone'),
]

describe('a place in a series', () => {
  const edition = editionOf(ENTRIES)
  test.each([
    ['first', 1, undefined, 'second'],
    ['second', 2, 'first', 'third'],
    ['third', 3, 'second', undefined],
  ])('%s is part %i of those that are published, whatever their dates', (slug, place, previous, next) => {
    const [one] = edition.articles.filter((article) => article.slug === slug)
    const found = one && placeInSeries(one, edition)
    expect(found?.parts.map((article) => article.slug)).toEqual(['first', 'second', 'third'])
    expect([found?.place, found?.previous?.slug, found?.next?.slug]).toEqual([place, previous, next])
    expect(found?.series.title).toBe('Tariffs')
  })

  test('an article outside of series has none', () => {
    const [alone] = edition.articles.filter(({ slug }) => slug === 'alone')
    expect(alone && placeInSeries(alone, edition)).toBeUndefined()
  })
})

test('a series without a published part is not there; the others come by title', () => {
  const all = {
    series: [series('tariffs'), series('b', { title: 'A coast' }), series('secret'), series('unused')],
  }
  const edition = editionOf(
    [
      ...ENTRIES,
      article('coast', { series: { slug: 'b', part: 1 } }),
      article('hidden', { draft: true, series: { slug: 'secret', part: 1 } }),
    ],
    all,
  )
  expect(edition.series.map(({ slug }) => slug)).toEqual(['b', 'tariffs'])
})

test('an unknown series is named with the file', () => {
  expect(() => editionOf(ENTRIES, { series: [] })).toThrow('.md: series "tariffs" is not known')
})
