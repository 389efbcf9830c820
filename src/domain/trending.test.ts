import { describe, expect, test } from 'vitest'
import { article, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import type { Readership } from './readership.ts'
import { mostRead, rankTrending } from './trending.ts'

const NOW = '2025-07-05T12:00:00Z'
/** The hour so many hours before noon. */
const ago = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString().replace('.000', '')

// Published at once, so that their views alone decide; as newest first: a, b, c, d.
const { summaries: articles } = editionOf(
  ['a', 'b', 'c', 'd'].map((slug) => article(slug, { publishedAt: '2025-06-25' })),
)
const SETTINGS = { halfLifeHours: 36, minimumArticles: 1, maxAgeDays: 14, limit: 10, at: new Date(NOW) }

function ranked(read: Readership['articles'] | undefined, settings: Partial<typeof SETTINGS> = {}) {
  const list = rankTrending(articles, read && { until: NOW, articles: read }, { ...SETTINGS, ...settings })
  return { basis: list.basis, slugs: list.articles.map(({ slug }) => slug).join(' ') }
}

describe('the order', () => {
  test.each([
    ['more views win', { a: { [NOW]: 1 }, b: { [NOW]: 3 }, c: { [NOW]: 2 } }, 'b c a'],
    ['views of many hours add up', { a: { [NOW]: 3 }, b: { [NOW]: 2, [ago(1)]: 2 } }, 'b a'],
    ['after a half-life a view counts less than one', { a: { [NOW]: 5 }, b: { [ago(36)]: 9 } }, 'a b'],
    ['but more than a half less one', { a: { [NOW]: 5 }, b: { [ago(36)]: 11 } }, 'b a'],
    ['two half-lives quarter', { a: { [NOW]: 2 }, b: { [ago(72)]: 7 }, c: { [ago(72)]: 9 } }, 'c a b'],
    ['equal views go to the first given', { c: { [NOW]: 2 }, b: { [NOW]: 2 }, d: { [NOW]: 2 } }, 'b c d'],
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

  test('does not depend on that of the hours', () => {
    const long = ago(300)
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

describe('what an article is credited with', () => {
  const UNTIL = '2025-07-05T12:00:00Z'
  const published = { old: '2025-06-28T12:00Z', recent: '2025-07-04T12:00Z', fresh: '2025-07-05T11:30Z' }
  const list = (read: Readership['articles']) =>
    rankTrending(
      editionOf(Object.entries(published).map(([slug, publishedAt]) => article(slug, { publishedAt })))
        .summaries,
      { until: UNTIL, articles: read },
      SETTINGS,
    ).articles.map(({ slug }) => slug)
  const hourly = (hours: number, views: number) =>
    Object.fromEntries(Array.from({ length: hours }, (_, i) => [ago(i + 1), views]))

  test('one early view does not win, though it is two an hour', () => {
    expect(list({ old: hourly(24, 1), recent: hourly(24, 1), fresh: { [ago(1)]: 1 } }).at(0)).not.toBe(
      'fresh',
    )
  })

  test('being read much at once does', () => {
    expect(list({ old: hourly(24, 1), recent: hourly(24, 1), fresh: { [ago(1)]: 30 } })[0]).toBe('fresh')
  })

  test('of two that are read alike, the one that could be read for less time leads', () => {
    expect(list({ old: hourly(20, 3), recent: hourly(20, 3) })).toEqual(['recent', 'old'])
  })

  test('a view alone leads where nothing else was read', () => {
    expect(list({ fresh: { [ago(1)]: 1 } })).toEqual(['fresh'])
  })

  test('views before publication, by a clock that is slow, count', () => {
    expect(list({ fresh: { [ago(3)]: 1 } })).toEqual(['fresh'])
  })
})

describe('an article leaves the list', () => {
  const read = { a: { [NOW]: 9 } }
  test.each([
    ['on the last of its days', '2025-07-08T16:00Z', 'readership'],
    ['after them', '2025-07-08T17:00Z', 'date'],
  ])('%s: by %s', (_, at, basis) => {
    const list = rankTrending(articles, { articles: read }, { ...SETTINGS, at: new Date(at) })
    expect(list.basis).toBe(basis)
  })
})

describe('the most read of a period', () => {
  const read = { a: { [ago(2)]: 3 }, b: { [ago(30)]: 9 }, c: { [ago(100)]: 20 }, d: { [ago(500)]: 50 } }
  test.each([
    [1, 'a'],
    [7, 'c b a'],
    [30, 'd c b a'],
  ])('of %i days', (days, slugs) => {
    const list = mostRead(articles, { articles: read }, { days, minimumArticles: 1, limit: 10 })
    expect(list.articles.map(({ slug }) => slug).join(' ')).toBe(slugs)
    expect(list.basis).toBe('readership')
  })

  test('with too few it is the newest', () => {
    const list = mostRead(articles, { articles: read }, { days: 1, minimumArticles: 2, limit: 2 })
    expect([list.basis, list.articles.length]).toEqual(['date', 2])
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
  const site = siteWith({ trending: { minimumArticles: 2, maxAgeDays: 3650 }, pageSize: { trending: 2 } })
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
