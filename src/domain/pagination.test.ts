import { describe, expect, test } from 'vitest'
import { listPaths, paginate } from './pagination.ts'

/** `[3, 2, 1]`: the newest first, each named by its place among the oldest. */
const list = (length: number) => Array.from({ length }, (_, i) => length - i)
const LENGTHS = Array.from({ length: 51 }, (_, length) => length)

describe.each([1, 2, 3, 7, 12])('in pages of %i', (size) => {
  test('every item of 0 to 50 is on one page, newest first', () => {
    for (const length of LENGTHS) {
      expect(paginate(list(length), size).flatMap(({ items }) => items)).toEqual(list(length))
    }
  })

  test('a new item changes the items of the first page alone', () => {
    for (const length of LENGTHS) {
      const numbered = new Map(paginate(list(length), size).map(({ number, items }) => [number, items]))
      numbered.delete(undefined)
      const [first, ...after] = paginate(list(length + 1), size)
      const itemsAfter = new Map(after.map(({ number, items }) => [number, items]))
      expect(first?.items[0]).toBe(length + 1)
      for (const [number, items] of numbered) expect(itemsAfter.get(number)).toEqual(items)
    }
  })

  test('numbered pages are full, the first holds less than two', () => {
    for (const length of LENGTHS) {
      const [first, ...numbered] = paginate(list(length), size)
      expect(numbered.filter(({ items }) => items.length !== size)).toEqual([])
      expect(first?.items.length).toBeLessThan(2 * size)
      expect(first?.items.length).toBeGreaterThanOrEqual(Math.min(size, length))
    }
  })
})

test('pages are numbered from the oldest and know their neighbours', () => {
  const pages = paginate(list(11), 3).map(({ number, newer, older, items }) => [number, newer, older, items])
  expect(pages).toEqual([
    [undefined, undefined, 2, [11, 10, 9, 8, 7]],
    [2, 'first', 1, [6, 5, 4]],
    [1, 2, undefined, [3, 2, 1]],
  ])
})

test('an empty list has one empty page', () => {
  expect(paginate([], 12)).toEqual([{ items: [] }])
})

test('lists give their pages’ addresses and what stands on them', () => {
  const lists = { long: list(7), short: list(2), none: undefined }
  const paths = listPaths(
    ['long', 'short', 'none'] as const,
    3,
    (name) => ({ params: { tag: name }, items: lists[name] }),
    (name, { number }) => ({ aside: `${name} ${number}` }),
  )
  expect(paths.map(({ params, props }) => [params, props.subject, props.page.items, props.aside])).toEqual([
    [{ tag: 'long', page: undefined }, 'long', [7, 6, 5, 4], 'long undefined'],
    [{ tag: 'long', page: 'page/1' }, 'long', [3, 2, 1], 'long 1'],
    [{ tag: 'short', page: undefined }, 'short', [2, 1], 'short undefined'],
    [{ tag: 'none', page: undefined }, 'none', [], 'none undefined'],
  ])
})
