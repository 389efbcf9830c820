import { expect, test } from 'vitest'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import { modifiedAt } from './article.ts'

const { articles } = editionOf([
  article('old-but-updated', { publishedAt: '2025-05-01T08:00Z', updatedAt: '2025-07-06T08:00Z' }),
  article('new', { publishedAt: '2025-07-05T08:00Z' }),
  article('newest-but-one', { publishedAt: '2025-07-04T08:00Z' }),
  article('updated-then-corrected', {
    publishedAt: '2025-04-01T08:00Z',
    updatedAt: '2025-04-02T08:00Z',
    corrections: [
      { at: '2025-04-03T08:00Z', note: 'x' },
      { at: '2025-04-04T08:00Z', note: 'y' },
    ],
  }),
  article('corrected-then-updated', {
    publishedAt: '2025-03-01T08:00Z',
    updatedAt: '2025-03-03T08:00Z',
    corrections: [{ at: '2025-03-02T08:00Z', note: 'x' }],
  }),
  article('of-1970', { publishedAt: '1970-01-01T00:00Z' }),
  article('of-1945', { publishedAt: '1945-08-17T00:00Z' }),
  article('of-1928-corrected', {
    publishedAt: '1928-10-28T00:00Z',
    corrections: [{ at: '1930-01-02T00:00Z', note: 'x' }],
  }),
])

test('an article was modified when last updated or corrected, else when published', () => {
  expect(articles.map((one) => [one.slug, modifiedAt(one).toISOString().slice(0, 10)])).toEqual([
    ['new', '2025-07-05'],
    ['newest-but-one', '2025-07-04'],
    ['old-but-updated', '2025-07-06'],
    ['updated-then-corrected', '2025-04-04'],
    ['corrected-then-updated', '2025-03-03'],
    ['of-1970', '1970-01-01'],
    ['of-1945', '1945-08-17'],
    ['of-1928-corrected', '1930-01-02'],
  ])
})
