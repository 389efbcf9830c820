import { describe, expect, test } from 'vitest'
import { type LogSegment, Visits } from './visits.ts'

const MINUTE = 60
const ARTICLE = 1

/** What requests of one client for one article change, by the minutes at which they come. */
function requests(minutes: readonly number[], from: LogSegment = { known: false }, visits = new Visits()) {
  return minutes.map((minute) => {
    const change = visits.add(ARTICLE, minute * MINUTE, from)
    return change && { start: change.visit.start / MINUTE, less: change.less.map((at) => at / MINUTE) }
  })
}

describe('a visit', () => {
  test('goes on while less than half an hour lies between requests', () => {
    expect(requests([0, 29, 58])).toEqual([{ start: 0, less: [] }, undefined, undefined])
  })

  test('is another after half an hour', () => {
    expect(requests([0, 30, 59, 89])).toEqual([
      { start: 0, less: [] },
      { start: 30, less: [] },
      undefined,
      { start: 89, less: [] },
    ])
  })

  test('begins earlier where an earlier request comes late, and the later start counts no more', () => {
    expect(requests([20, 0])).toEqual([
      { start: 20, less: [] },
      { start: 0, less: [20] },
    ])
  })

  test('takes in the two that a request between them joins', () => {
    expect(requests([0, 50, 25])).toEqual([
      { start: 0, less: [] },
      { start: 50, less: [] },
      { start: 0, less: expect.arrayContaining([0, 50]) },
    ])
  })

  test('is one of each client and article', () => {
    const visits = new Visits()
    const from = { known: false }
    expect([1, 2, 1].map((key) => visits.add(key, 0, from) !== undefined)).toEqual([true, true, false])
  })
})

test('a visit that an earlier run has counted takes no view away', () => {
  const visits = new Visits()
  requests([20], { known: true }, visits)
  expect(requests([0], { known: false }, visits)).toEqual([{ start: 0, less: [] }])
})
