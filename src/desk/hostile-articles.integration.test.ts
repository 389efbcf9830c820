import { markdownToHtml } from 'satteri'
import { expect, test } from 'vitest'
import { dangersIn } from '../../tests/support/dangers.ts'
import { HOSTILE_PIECES } from '../../tests/support/hostile-pieces.ts'
import { fuzzArticles } from '../../tests/support/hostile-run.ts'

const CASES = 400

test('no hostile file crashes the desk or gets anything dangerous into a page or a feed', async () => {
  const counts = await fuzzArticles(CASES, 20_250_704)
  expect(counts.rendered).toBeGreaterThan(CASES / 2)
  expect(counts.published).toBeGreaterThan(CASES / 10)
  expect(counts.refused).toBeGreaterThan(CASES / 20)
}, 60_000)

test('the pieces are hostile: plain Markdown lets many of them through', () => {
  const dangerous = HOSTILE_PIECES.filter((piece) => dangersIn(markdownToHtml(piece).html).length > 0)
  expect(dangerous.length).toBeGreaterThan(20)
})
