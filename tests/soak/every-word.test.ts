import { expect, test } from 'vitest'
import { readAuthors } from '../support/authors-run.ts'

const CASES = 20_000

test(
  'where the desk has no word, every word of twenty thousand articles, others in every run, is read',
  { timeout: 7_200_000 },
  async () => {
    const counts = await readAuthors(CASES)
    expect(counts.cases).toBe(CASES)
  },
)
