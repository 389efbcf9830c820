import { expect, test } from 'vitest'
import { isTooDeep } from './html.ts'
import { plainText } from './plain-text.ts'

test.each([
  ['elements without an end', '<div>'.repeat(500_000), true],
  ['elements without an end, with attributes', '<b title="a>b">'.repeat(500_000), true],
  ['starts of tags', '<a '.repeat(500_000), false],
  ['quotation marks without an end', '<a title="'.repeat(100_000), false],
  ['paragraphs and list items that end by themselves', '<p>a<li>b<br>'.repeat(500_000), false],
  ['elements beside each other', '<div>a</div>'.repeat(500_000), false],
])('%s are judged soon', (_case, html, expected) => {
  const began = performance.now()
  expect(isTooDeep(html)).toBe(expected)
  expect(performance.now() - began).toBeLessThan(10_000)
})

test('a title in half a million elements is its words', () => {
  expect(plainText(`${'<b>'.repeat(500_000)}x`).trim()).toBe('x')
})
