import { describe, expect, test } from 'vitest'
import type { ArticleEntry } from './article.ts'
import { randomFrom, zipf } from '../../bench/random.ts'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import { relatedIn } from './related.ts'

/** Slugs of what is related to the article `x` among `entries`. */
function related(entries: ArticleEntry[], limit = 10): string[] {
  const edition = editionOf(entries)
  const x = edition.articles.find(({ slug }) => slug === 'x')
  if (!x) throw new Error('x is not published')
  return relatedIn(edition.articles, limit)(x).map(({ slug }) => slug)
}

const x = article('x', { category: 'politics', tags: ['Rare', 'Common'] })
/** Of another category and, as x, of 4 July. */
const elsewhere = (slug: string, tags: string[], publishedAt = '2025-07-04T22:13') =>
  article(slug, { category: 'economy', tags, publishedAt })

describe('nearer is', () => {
  test('a tag that few share', () => {
    const entries = [
      x,
      elsewhere('common', ['Common']),
      elsewhere('common2', ['Common']),
      elsewhere('rare', ['Rare']),
    ]
    expect(related(entries)).toEqual(['rare', 'common', 'common2'])
  })

  test('more shared tags', () => {
    expect(related([x, elsewhere('one', ['Common']), elsewhere('two', ['Common', 'Rare'])])).toEqual([
      'two',
      'one',
    ])
  })

  test('the same category beside the same tag', () => {
    const same = article('same', { category: 'politics', tags: ['Rare'] })
    expect(related([x, elsewhere('other', ['Rare']), same])).toEqual(['same', 'other'])
  })

  test('less time between, before or after', () => {
    const entries = [
      x,
      elsewhere('year-before', ['Rare'], '2024-07-04'),
      elsewhere('month-after', ['Rare'], '2025-08-04'),
      elsewhere('week-before', ['Rare'], '2025-06-27'),
    ]
    expect(related(entries)).toEqual(['week-before', 'month-after', 'year-before'])
  })
})

describe('in question come', () => {
  test('those that share a tag or the category alone, never the article itself', () => {
    const entries = [
      x,
      elsewhere('nothing', ['Other']),
      elsewhere('tag', ['Rare']),
      article('category', { category: 'politics' }),
    ]
    expect(related(entries).sort()).toEqual(['category', 'tag'])
  })

  test('tags in any spelling', () => {
    expect(related([x, elsewhere('other', ['RARE'])])).toEqual(['other'])
  })

  test('none where there is no other', () => {
    expect(related([x])).toEqual([])
  })

  test.each([0, 1, 2])('no more than %i', (limit) => {
    const entries = [x, ...['a', 'b', 'c'].map((slug) => elsewhere(slug, ['Rare']))]
    expect(related(entries, limit)).toHaveLength(limit)
  })
})

test('ties across different tags too', () => {
  const entries = [
    x,
    elsewhere('a-older', ['Rare'], '2025-07-03T22:13'),
    elsewhere('newer-b', ['Rare'], '2025-07-05T22:13'),
    elsewhere('newer-a', ['Common'], '2025-07-05T22:13'),
    elsewhere('a-older-too', ['Common'], '2025-07-03T22:13'),
  ]
  expect(related(entries)).toEqual(['newer-a', 'newer-b', 'a-older', 'a-older-too'])
})

test('ties go to the newer, then by slug, whatever the order of the files', () => {
  const entries = [
    x,
    elsewhere('day-before', ['Rare'], '2025-07-03T22:13'),
    elsewhere('day-after-b', ['Rare'], '2025-07-05T22:13'),
    elsewhere('day-after-a', ['Rare'], '2025-07-05T22:13'),
  ]
  const expected = ['day-after-a', 'day-after-b', 'day-before']
  expect(related(entries)).toEqual(expected)
  expect(related(entries.toReversed())).toEqual(expected)
})

describe('a word of the title', () => {
  /** Enough of them that a word which two titles have is rare. */
  const others = Array.from({ length: 30 }, (_, i) => elsewhere(`other-${i}`, [], '2025-07-04T22:13'))
  const titled = (slug: string, title: string) => article(slug, { category: 'economy', title })

  test('in common makes articles alike, in any case', () => {
    const entries = [article('x', { title: 'A dam breaks' }), titled('dam', 'Who built the DAM'), ...others]
    expect(related(entries)).toEqual(['dam'])
  })

  test('that many titles have does not', () => {
    expect(related([article('x', { title: 'Title of all' }), ...others])).toEqual([])
  })

  test('counts less than a tag that as many have', () => {
    const entries = [
      article('x', { title: 'A dam breaks', tags: ['Rare'] }),
      titled('dam', 'Who built the dam'),
      elsewhere('tag', ['Rare']),
      ...others,
    ]
    expect(related(entries)).toEqual(['tag', 'dam'])
  })
})

describe('in a newsroom of a thousand', () => {
  const random = randomFrom(1)
  const tags = Array.from({ length: 200 }, (_, i) => `Tag ${i}`)
  const rank = zipf(tags.length, 0.8, 3)
  const draw = () => [...new Set([rank(random), rank(random), rank(random)])].map((i) => tags[i] as string)
  const entries = Array.from({ length: 1000 }, (_, i) =>
    article(`a${i}`, {
      category: random.pick(['politics', 'economy', 'city']),
      tags: draw(),
      publishedAt: new Date(Date.UTC(2025, 6, 1) - i * 5_400_000).toISOString().replace('.000', ''),
    }),
  )
  /** What is related to each of the oldest, without the `left` newest. */
  const allRelated = (left: number) => {
    const { articles } = editionOf(entries.slice(left))
    const relatedTo = relatedIn(articles, 5)
    return new Map(
      articles.map((one) => [
        one.slug,
        relatedTo(one)
          .map(({ slug }) => slug)
          .join(),
      ]),
    )
  }

  test('one that comes changes what is related to few others', () => {
    for (const left of [0, 5, 9]) {
      const after = allRelated(left)
      const changed = [...allRelated(left + 1)].filter(([slug, related]) => after.get(slug) !== related)
      expect(changed.length).toBeLessThan(30)
    }
  })

  test('each has the likeliest of all, not only of those nearby', () => {
    const far = article('far', { tags: ['Only these two'], publishedAt: '2024-01-01' })
    const near = article('x', { tags: ['Only these two', ...draw()], publishedAt: '2025-07-01' })
    const edition = editionOf([...entries, far, near])
    const [x] = edition.articles.filter(({ slug }) => slug === 'x')
    expect(x && relatedIn(edition.articles, 1000)(x).map(({ slug }) => slug)).toContain('far')
  })
})
