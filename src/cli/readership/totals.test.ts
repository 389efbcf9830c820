import { describe, expect, test } from 'vitest'
import { type Outcome, Totals } from './totals.ts'

function totalsOf(views: number, lines: Partial<Record<Outcome, number>>): Totals {
  const totals = new Totals()
  totals.views = views
  Object.assign(totals.lines, lines)
  return totals
}

test('totals say how many views there are, and why other lines are none, in their order', () => {
  expect(String(totalsOf(2, { counted: 2, robot: 8, page: 20, broken: 0 }))).toBe(
    '2 views in 30 lines; not counted: 20 not an article, 8 by robots',
  )
  expect(String(totalsOf(1, { counted: 1 }))).toBe('1 view in 1 lines')
})

test('totals of several logs add up', () => {
  const all = totalsOf(1, { counted: 1, robot: 1 })
  all.add(totalsOf(2, { counted: 3, robot: 1, old: 4 }))
  expect(all).toMatchObject({ views: 3, total: 10, lines: { counted: 4, robot: 2, old: 4 } })
})

describe('why nothing was counted', () => {
  test.each<[Partial<Record<Outcome, number>>, string[]]>([
    [{ page: 9, robot: 1 }, ['9 of 10 lines were not an article', '"url" in src/site.config.ts']],
    [{ future: 2, page: 1 }, ['2 of 3 lines were later than now', 'clock']],
    [{ old: 2 }, ['older than the days that are kept', 'keepDays']],
    [{ broken: 2 }, ['not of the format', 'mix formats']],
    [{ robot: 2 }, ['2 of 2 lines were by robots.']],
  ])('of %j is the outcome of most lines, with what may help', (lines, words) => {
    const { whyNothing } = totalsOf(0, lines)
    for (const word of words) expect(whyNothing).toContain(word)
  })

  test('is nothing where something was, or where there were no lines', () => {
    expect(totalsOf(1, { counted: 1, page: 9 }).whyNothing).toBeUndefined()
    expect(totalsOf(0, {}).whyNothing).toBeUndefined()
  })
})
