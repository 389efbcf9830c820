import { expect, test } from 'vitest'
import { article, editionOf } from '../../tests/support/newsroom.ts'

const note = (at: string) => ({ at, note: `Of ${at}` })
const ENTRIES = [
  article('a', {
    publishedAt: '2025-07-01',
    corrections: [note('2025-07-02T00:00Z'), note('2025-07-04T00:00Z')],
  }),
  article('b', {
    publishedAt: '2025-07-01',
    corrections: [note('2025-07-05T00:00Z'), note('2025-07-03T00:00Z')],
  }),
  article('draft', { publishedAt: '2025-07-01', draft: true, corrections: [note('2025-07-02T00:00Z')] }),
]
const notesAt = (at: string, unpublished = false) =>
  editionOf(ENTRIES, { at: new Date(at), unpublished }).corrections.map(({ article, correction }) => [
    article.slug,
    correction.at.toISOString().slice(8, 10),
    ...(correction.unpublished ? [correction.unpublished] : []),
  ])

test.each([
  ['2025-07-01T23:59:59Z', []],
  ['2025-07-02T00:00:00Z', [['a', '02']]],
  [
    '2025-07-06T00:00:00Z',
    [
      ['b', '05'],
      ['a', '04'],
      ['b', '03'],
      ['a', '02'],
    ],
  ],
])('at %s the corrections of published articles have come, newest first', (at, notes) => {
  expect(notesAt(at)).toEqual(notes)
})

test('the later ones come marked where unpublished ones are asked for', () => {
  expect(notesAt('2025-07-03T12:00Z', true)).toEqual([
    ['b', '05', 'scheduled'],
    ['a', '04', 'scheduled'],
    ['b', '03'],
    ['a', '02'],
    ['draft', '02'],
  ])
})

test('an article has its own, newest first', () => {
  const { articles } = editionOf(ENTRIES)
  const [b] = articles.filter(({ slug }) => slug === 'b')
  expect(b?.corrections.map(({ note }) => note)).toEqual(['Of 2025-07-05T00:00Z', 'Of 2025-07-03T00:00Z'])
})
