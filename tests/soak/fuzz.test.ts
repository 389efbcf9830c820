import { expect, test } from 'vitest'
import { fuzzArticles } from '../support/hostile-run.ts'

const CASES = 10_000

test('no hostile file of ten thousand, others in every run, crashes anything or gets anything dangerous through', async () => {
  const counts = await fuzzArticles(CASES)
  expect(counts.cases).toBe(CASES)
})
