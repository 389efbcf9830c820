import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchParts } from './parts.ts'

const page = (published: string) => ({ published, id: published })
const pages = (...months: [string, number][]) =>
  months.flatMap(([month, count]) => Array.from({ length: count }, (_, i) => page(`${month}-${10 + i}`)))
const shape = (parts: ReturnType<typeof searchParts>) => parts.map(({ name, pages }) => [name, pages.length])

test('as few parts as hold no more than the most, the newest first, and never narrower than a month', () => {
  expect(searchParts([], 3)).toEqual([])
  expect(shape(searchParts(pages(['2025-07', 3]), 3))).toEqual([['all', 3]])
  const archive = pages(
    ['2011-01', 1],
    ['2019-12', 2],
    ['2023-05', 2],
    ['2024-01', 2],
    ['2024-06', 2],
    ['2025-03', 3],
    ['2025-07', 2],
    ['2025-08', 5],
  )
  expect(shape(searchParts(archive, 3))).toEqual([
    ['2025-08', 5],
    ['2025-07', 2],
    ['2025-q1', 3],
    ['2024-q2', 2],
    ['2024-q1', 2],
    ['2023', 2],
    ['2010s', 3],
  ])
})

test('one page more changes its own period alone', () => {
  const moment = fc.date({ min: new Date('1995-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  const archives = fc.array(moment, { minLength: 20, maxLength: 300 })
  fc.assert(
    fc.property(archives, moment, fc.integer({ min: 1, max: 40 }), (moments, later, most) => {
      const before = moments.map((at) => page(at.toISOString()))
      if (before.length <= most) return
      const after = [...before, page(later.toISOString())]
      const keys = (all: typeof before) =>
        searchParts(all, most).map(({ name, pages }) => `${name}: ${pages.map(({ id }) => id).join()}`)
      const known = new Set(keys(before))
      const changed = keys(after).filter((key) => !known.has(key))
      const decade = `${later.toISOString().slice(0, 3)}`
      expect(changed.every((key) => key.startsWith(decade))).toBe(true)
    }),
  )
})
