import { describe, expect, test } from 'vitest'
import type { ArticleEntry } from './article.ts'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import { relatedTo } from './related.ts'

/** Slugs of what is related to the article `x` among `entries`. */
function related(entries: ArticleEntry[], limit = 10): string[] {
  const edition = editionOf(entries)
  const x = edition.articles.find(({ slug }) => slug === 'x')
  if (!x) throw new Error('x is not published')
  return relatedTo(x, edition, limit).map(({ slug }) => slug)
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
