import { describe, expect, test } from 'vitest'
import { planUpdate } from './plan.ts'
import type { Named } from './status.ts'

/** `c1 b1 a1`: entries c, b and a, each with the digest 1. */
function named(text: string): Named[] {
  return text.split(' ').flatMap((word): Named[] => (word === '' ? [] : [[word[0] ?? '', word.slice(1)]]))
}

describe('a page and a state', () => {
  test.each([
    ['nothing new', 'c1 b1 a1', 'c1 b1 a1', {}],
    ['one came', 'b1 a1', 'c1 b1 a1', { added: 'c1' }],
    ['two came, one between others', 'c1 a1', 'd1 c1 b1 a1', { added: 'd1 b1' }],
    ['one was edited, and stays where it was', 'c1 b1 a1', 'c1 b2 a1', { changed: 'b2' }],
    ['one was taken away', 'c1 b1 a1', 'c1 a1', { removed: ['b'] }],
    ['the newest was taken away', 'c1 b1 a1', 'b1 a1', { removed: ['c'] }],
    ['all at once', 'c1 b1 a1', 'd1 c2 a1', { added: 'd1', changed: 'c2', removed: ['b'] }],
    ['an older page holds the rest of what is named', 'e1 d1 c1', 'e1 d1 c1 b1 a1', {}],
    ['the page holds more than is named', 'e1 d1 c1 b1 a1', 'f1 e1 d1', { added: 'f1' }],
    ['nothing was there yet', '', 'b1 a1', { added: 'b1 a1' }],
    ['more came than is named', 'b1 a1', 'f1 e1 d1', { added: 'f1 e1 d1', isGap: true }],
  ])('%s', (_, shown, entries, { added = '', changed = '', removed = [], isGap = false }: Expected) => {
    expect(planUpdate(named(shown), { entries: named(entries), isWhole: false })).toEqual({
      added: named(added),
      changed: named(changed),
      removed,
      isGap,
    })
  })
})

test('where all entries are named, each that is not among them is gone', () => {
  expect(planUpdate(named('c1 b1 a1'), { entries: named('c1'), isWhole: true }).removed).toEqual(['b', 'a'])
  expect(planUpdate(named('a1'), { entries: [], isWhole: true })).toMatchObject({
    removed: ['a'],
    isGap: false,
  })
})

interface Expected {
  added?: string
  changed?: string
  removed?: string[]
  isGap?: boolean
}
