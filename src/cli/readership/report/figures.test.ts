import { describe, expect, test } from 'vitest'
import { parseSource, type Source } from '#desk/source.ts'
import { figuresOf } from './figures.ts'
import { shortened, signed, writeTable } from './table.ts'

const source = (slug: string, title: string, category: string) =>
  parseSource(Buffer.from(`---\ntitle: ${title}\ncategory: ${category}\n---\n`), `${slug}.md`, slug) as Source
const SOURCES = {
  articles: [
    source('a', 'Flood', 'city'),
    source('b', 'Cup', 'sport'),
    source('c', 'Rice', 'city'),
    source('d', 'Old', 'city'),
  ],
  categories: [parseSource(Buffer.from('name: City'), 'city.yml', 'city') as Source],
}
const READERSHIP = {
  until: '2025-07-08T12:00:00Z',
  articles: {
    a: { '2025-07-08T11:00Z': 5, '2025-07-07T11:00Z': 2, '2025-07-03T11:00Z': 1 },
    b: { '2025-07-07T10:00Z': 9 },
    c: { '2025-07-08T02:00Z': 4 },
    d: { '2025-05-01T10:00Z': 99 },
    gone: { '2025-07-08T11:00Z': 7 },
  },
}
const figures = () => figuresOf(READERSHIP, SOURCES)

describe('the figures of a readership', () => {
  test('are those of the articles that were read in seven days, the most read first', () => {
    expect(figures()?.articles).toEqual([
      { title: 'Cup', category: 'sport', day: 0, dayBefore: 9, week: 9 },
      { title: 'Flood', category: 'City', day: 5, dayBefore: 2, week: 8 },
      { title: 'Rice', category: 'City', day: 4, dayBefore: 0, week: 4 },
    ])
  })

  test('add up by category', () => {
    expect(figures()?.categories).toEqual([
      { name: 'City', views: 12 },
      { name: 'sport', views: 9 },
    ])
  })

  test('tell what is read more than the day before', () => {
    expect(figures()?.risers.map(({ title, more }) => [title, more])).toEqual([
      ['Rice', 4],
      ['Flood', 3],
    ])
  })

  test('have every hour of the seven days, of all that was read', () => {
    const hours = figures()?.hours ?? []
    expect(hours).toHaveLength(168)
    expect(hours.at(-1)?.at).toEqual(new Date('2025-07-08T12:00:00Z'))
    expect(hours.at(-2)?.views).toBe(12)
    expect(hours.reduce((sum, { views }) => sum + views, 0)).toBe(5 + 2 + 1 + 9 + 4 + 7)
  })

  test('are none where nothing is known', () => {
    expect(figuresOf({ articles: {} }, SOURCES)).toBeUndefined()
  })
})

test('the table has its numbers below each other, and no blanks at its ends', () => {
  const found = figures()
  expect(found && writeTable(found).split('\n')).toEqual([
    '   article  category  24 hours  change  7 days',
    '1  Cup      sport            0      -9       9',
    '2  Flood    City             5      +3       8',
    '3  Rice     City             4      +4       4',
  ])
})

test.each([
  [3, '+3'],
  [0, '0'],
  [-3, '-3'],
])('a change of %i is written %s', (change, text) => {
  expect(signed(change)).toBe(text)
})

test.each([
  ['short', 'short'],
  ['exactly ten', 'exactly t…'],
  ['😀😀😀😀😀😀😀😀😀😀', '😀😀😀😀😀😀😀😀😀😀'],
])('%s in ten characters is %s', (text, cut) => {
  expect(shortened(text, 10)).toBe(cut)
})
