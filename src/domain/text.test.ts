import { expect, test } from 'vitest'
import { countWords, readingMinutes } from './text.ts'

test.each([
  ['nothing', '', 0],
  ['signs alone', '---\n\n***\n', 0],
  ['plain words', 'Harga beras naik lagi.', 4],
  ['hyphens, apostrophes and figures inside words', 'Timor-Leste’s 1,200.5 tonnes', 3],
  ['words of other scripts', 'Привет मुंबई', 2],
  ['headings without their signs', '## I. The talks', 3],
  ['list items without their signs or numbers', '- one\n* two\n1. three\n  12) four', 4],
  ['a year that starts a line', '2025 was dry', 3],
  ['a quotation and emphasis', '> **Key** _point_', 2],
  ['links by their text', 'See [the full text](/politics/x/ "A title") here', 5],
  ['links whose address has brackets', '[Foo](https://x.example/Foo_(bar)_baz) end', 2],
  ['images by their description', '![A red boat](./boat.jpg)', 3],
  ['tables by their cells', '| Stage | Price |\n|:--|--:|\n| Mill | 12 |', 4],
])('counts %s', (_, markdown, words) => {
  expect(countWords(markdown)).toBe(words)
})

test.each([
  ['blank lines', '\n'.repeat(300_000)],
  ['blanks', ' '.repeat(300_000)],
  ['opening brackets', '['.repeat(300_000)],
  ['links never closed', '[]('.repeat(100_000)],
])('is not held up by a wall of %s', (_, wall) => {
  expect(countWords(`before${wall} after`)).toBe(2)
})

test.each([
  [0, 1],
  [1, 1],
  [357, 2],
  [1190, 5],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})
