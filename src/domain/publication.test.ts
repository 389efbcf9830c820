import { describe, expect, test } from 'vitest'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import { correctionsAt, isWithdrawn, modifiedAt, whyUnpublished } from './publication.ts'

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

const NOON = new Date('2025-07-07T12:00:00Z')
const BEFORE = new Date('2025-07-07T11:59:59.999Z')
const AFTER = new Date('2025-07-07T12:00:00.001Z')

describe('at a moment, itself included', () => {
  test.each([
    ['an article of before', { draft: false, publishedAt: BEFORE }, undefined],
    ['an article of that moment', { draft: false, publishedAt: NOON }, undefined],
    ['an article of after', { draft: false, publishedAt: AFTER }, 'scheduled'],
    ['a draft of before', { draft: true, publishedAt: BEFORE }, 'draft'],
    ['a draft of after', { draft: true, publishedAt: AFTER }, 'draft'],
  ])('%s is unpublished for its reason, or published', (_, article, why) => {
    expect(whyUnpublished(article, NOON)).toBe(why)
  })

  test.each([
    ['never', undefined, false],
    ['before', { at: BEFORE }, true],
    ['then', { at: NOON }, true],
    ['later', { at: AFTER }, false],
  ])('an article that is taken back %s', (_, withdrawn, isGone) => {
    expect(isWithdrawn({ withdrawn }, NOON)).toBe(isGone)
  })

  test('corrections have come or are yet to come, newest first', () => {
    const [past, now, next] = [BEFORE, NOON, AFTER].map((at) => ({ at, note: at.toISOString() }))
    const notes = [now, next, past].map((note) => note as { at: Date; note: string })
    expect(correctionsAt(notes, NOON)).toEqual([now, past])
    expect(correctionsAt(notes, NOON, true)).toEqual([{ ...next, unpublished: 'scheduled' }, now, past])
    expect(correctionsAt(notes, new Date(0))).toEqual([])
  })
})
