import { expect, test } from 'vitest'
import { nextWait } from './schedule.ts'

test('it asks every ten seconds at first, and every thirty when nothing comes', () => {
  expect([0, 5, 6, 12, 23, 24, 1000].map((quiet) => nextWait(quiet, 0) / 1000)).toEqual([
    10, 10, 15, 20, 25, 30, 30,
  ])
})

test('while nobody answers it waits longer and longer, and no more than two minutes', () => {
  expect([1, 2, 3, 4, 50].map((failures) => nextWait(0, failures) / 1000)).toEqual([20, 40, 80, 120, 120])
})

test('a quiet hour has no more questions than fit into 60 KB of 300 bytes each', () => {
  let [seconds, questions] = [0, 0]
  while (seconds < 3600) seconds += nextWait(questions++, 0) / 1000
  expect(questions).toBeLessThanOrEqual(200)
})
