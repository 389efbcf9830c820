import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { htmlExcess } from './html.ts'
import { plainText } from './plain-text.ts'

test.each([
  ['elements without an end', '<div>', true],
  ['elements without an end, with attributes', '<b title="a>b">', true],
  ['starts of tags', '<a ', false],
  ['quotation marks without an end', '<a title="', false],
  ['paragraphs and list items that end by themselves', '<p>a<li>b<br>', false],
  ['elements beside each other', '<div>a</div>', false],
])('%s are judged in linear time', (_case, piece, expected) => {
  const judge = (count: number) => expect(htmlExcess(piece.repeat(count)) !== undefined).toBe(expected)
  expect(growthOf(judge, 3000)).toBeLessThan(MOST_OF_LINEAR)
})

test('more tags than any article has are told', () => {
  expect(htmlExcess('<p>a'.repeat(100_001))).toBe('its HTML has more than 100,000 tags')
})

test('a title in half a million elements is its words', () => {
  expect(plainText(`${'<b>'.repeat(500_000)}x`).trim()).toBe('x')
})
