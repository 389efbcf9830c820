import { expect, test } from 'vitest'
import { splitSentences } from './spoken-text.ts'

const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')

test.each([
  ['nothing', '', 'en', []],
  ['blanks', '  ', 'en', []],
  ['one sentence', 'The port is open.', 'en', ['The port is open.']],
  ['two', 'It opened. “When?”', 'en', ['It opened.', '“When?”']],
  ['Indonesian', 'Pelabuhan dibuka. Kapal datang.', 'id', ['Pelabuhan dibuka.', 'Kapal datang.']],
  ['a decimal', 'It rose by 3.5 metres.', 'en', ['It rose by 3.5 metres.']],
  ['no language at all', 'One. Two.', '', ['One.', 'Two.']],
])('%s', (_, text, lang, sentences) => {
  expect(splitSentences(text, lang)).toEqual(sentences)
})

test.each([
  ['words', long],
  ['clauses', `${long.slice(0, 120)}, ${long.slice(0, 120)}; ${long}`],
  ['one word without an end', 'x'.repeat(950)],
])('a long sentence of %s comes in pieces that lose nothing', (_, text) => {
  const pieces = splitSentences(text, 'en')
  expect(pieces.length).toBeGreaterThan(1)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(201)
  expect(pieces.join(' ').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
})

test('a long sentence is cut where it has a comma', () => {
  expect(
    splitSentences(`${'so it went on '.repeat(12)}there, ${'and then on '.repeat(10)}`, 'en')[0],
  ).toMatch(/there,$/)
})
