import { describe, expect, test } from 'vitest'
import { article, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import type { Readership } from './readership.ts'
import { rankTrending } from './trending.ts'

const NOW = '2025-07-05T12:00:00Z'
/** The hour so many hours before noon. */
const ago = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString().replace('.000', '')

// Newest first: a, b, c, d.
const { articles } = editionOf(
  ['a', 'b', 'c', 'd'].map((slug, i) => article(slug, { publishedAt: `2025-07-0${4 - i}` })),
)
const SETTINGS = { halfLifeHours: 36, minimumArticles: 1, limit: 10 }

function ranked(read: Readership['articles'] | undefined, settings: Partial<typeof SETTINGS> = {}) {
  const list = rankTrending(articles, read && { articles: read }, { ...SETTINGS, ...settings })
  return { basis: list.basis, slugs: list.articles.map(({ slug }) => slug).join(' ') }
}

describe('the order', () => {
  test.each([
    ['more views win', { a: { [NOW]: 1 }, b: { [NOW]: 3 }, c: { [NOW]: 2 } }, 'b c a'],
    ['views of many hours add up', { a: { [NOW]: 3 }, b: { [NOW]: 2, [ago(1)]: 2 } }, 'b a'],
    ['after a half-life a view counts less than one', { a: { [NOW]: 5 }, b: { [ago(36)]: 9 } }, 'a b'],
    ['but more than a half less one', { a: { [NOW]: 5 }, b: { [ago(36)]: 11 } }, 'b a'],
    ['two half-lives quarter', { a: { [NOW]: 2 }, b: { [ago(72)]: 7 }, c: { [ago(72)]: 9 } }, 'c a b'],
    ['equal views go to the newer', { c: { [NOW]: 2 }, b: { [NOW]: 2 }, d: { [NOW]: 2 } }, 'b c d'],
    ['exactly decayed views are equal too', { c: { [ago(36)]: 6 }, a: { [ago(72)]: 12 } }, 'a c'],
    ['articles that nobody read are left out', { a: { [NOW]: 1 }, b: { [NOW]: 0 }, c: {} }, 'a'],
    ['what is no article does not count', { gone: { [NOW]: 99 }, d: { [NOW]: 1 } }, 'd'],
  ])('%s', (_, read, slugs) => {
    expect(ranked(read)).toEqual({ basis: 'readership', slugs })
  })

  test('follows the half-life', () => {
    const read = { a: { [NOW]: 5 }, b: { [ago(36)]: 9 } }
    expect(ranked(read, { halfLifeHours: 36 }).slugs).toBe('a b')
    expect(ranked(read, { halfLifeHours: 72 }).slugs).toBe('b a')
  })

  test('ends at the limit', () => {
    expect(ranked({ a: { [NOW]: 1 }, b: { [NOW]: 2 }, c: { [NOW]: 3 } }, { limit: 2 }).slugs).toBe('c b')
  })

  test('of hours long past is kept, however much later another was read', () => {
    const yearsAgo = (years: number) => ago(years * 8766)
    const read = {
      a: { [yearsAgo(9)]: 1 },
      b: { [yearsAgo(9)]: 5 },
      c: { [yearsAgo(8)]: 1 },
      d: { [NOW]: 1 },
    }
    expect(ranked(read, { halfLifeHours: 1 }).slugs).toBe('d c b a')
  })

  test('does not depend on that of the hours', () => {
    const long = ago(9 * 8766)
    const read = {
      a: { [long]: 9, [NOW]: 2 },
      b: { [NOW]: 3, [long]: 9 },
      c: { [long]: 9, [NOW]: 1, [ago(1)]: 8 },
    }
    expect(ranked(read, { halfLifeHours: 1 }).slugs).toBe('c b a')
  })

  test('is that of what every view is worth', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const read = randomReadership(seed)
      const worth = (slug: string) =>
        Object.entries(read[slug] ?? {}).reduce((sum, [hour, views]) => {
          return sum + views * 0.5 ** ((Date.parse(NOW) - Date.parse(hour)) / 3_600_000 / 36)
        }, 0)
      const expected = Object.keys(read).sort((x, y) => worth(y) - worth(x))
      expect(ranked(read).slugs).toBe(expected.join(' '))
    }
  })

  test('does not change with the moment: a view elsewhere and later moves nothing', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const read = randomReadership(seed)
      expect(ranked({ ...read, elsewhere: { [ago(-1000)]: 1 } })).toEqual(ranked(read))
    }
  })

  test('does not change when every count doubles', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const read = randomReadership(seed)
      const doubled = Object.fromEntries(
        Object.entries(read).map(([slug, hours]) => [
          slug,
          Object.fromEntries(Object.entries(hours).map(([hour, views]) => [hour, 2 * views])),
        ]),
      )
      expect(ranked(doubled)).toEqual(ranked(read))
    }
  })
})

describe('with too few articles read', () => {
  const two = { c: { [NOW]: 1 }, d: { [NOW]: 2 } }

  test.each([
    ['no readership', undefined, 1],
    ['an empty one', {}, 1],
    ['one below the minimum', two, 3],
    ['views of other articles alone', { gone: { [NOW]: 1 } }, 1],
  ])('%s: the newest are given, and said to be', (_, read, minimumArticles) => {
    expect(ranked(read, { minimumArticles, limit: 3 })).toEqual({ basis: 'date', slugs: 'a b c' })
  })

  test('the minimum is enough', () => {
    expect(ranked(two, { minimumArticles: 2 })).toEqual({ basis: 'readership', slugs: 'd c' })
  })

  test('there may be no articles at all', () => {
    expect(rankTrending([], { articles: two }, SETTINGS)).toEqual({ basis: 'date', articles: [] })
  })
})

describe('of an edition', () => {
  const site = siteWith({ trending: { minimumArticles: 2 }, pageSize: { trending: 2 } })
  const edition = editionOf(
    ['e1', 'e2', 'p1', 'p2'].map((slug) =>
      article(slug, { category: slug.startsWith('e') ? 'economy' : 'politics' }),
    ),
    { site, readership: { articles: { e2: { [NOW]: 5 }, p1: { [NOW]: 7 }, e1: { [NOW]: 1 } } } },
  )

  test.each([
    [undefined, 'readership', ['p1', 'e2']],
    ['economy', 'readership', ['e2', 'e1']],
    ['politics', 'date', ['p1', 'p2']],
  ])('in category %s by %s', (category, basis, slugs) => {
    const list = category === undefined ? edition.trending : edition.trendingIn.get(category)
    expect([list?.basis, list?.articles.map(({ slug }) => slug)]).toEqual([basis, slugs])
  })
})

/** Up to 999 views of each article in each of eight hours of two weeks; the same for the same seed. */
function randomReadership(seed: number): Readership['articles'] {
  let state = seed
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
  const hours = () =>
    Object.fromEntries(Array.from({ length: 8 }, () => [ago(below(336)), 1 + below(999)] as const))
  return Object.fromEntries(articles.map(({ slug }) => [slug, hours()]))
}
