import { expect, test } from 'vitest'
import { readAuthors } from '../../tests/support/authors-run.ts'

const CASES = 200

test('where the desk has no word, every word of an article is read', async () => {
  const counts = await readAuthors(CASES, 20_250_704)
  expect(counts.silent).toBeGreaterThan(CASES / 5)
  expect(counts.words).toBeGreaterThan(CASES)
}, 300_000)
