import { expect, test } from 'vitest'
import { excerptOf, plainText } from './plain-text.ts'

test.each([
  ['Plain.', 'Plain.'],
  ['A **bold** [link](https://x.example/) and `code`.', 'A bold link and code.'],
  ['# Head\n\nText\nthat goes on.', 'Head\nText that goes on.'],
  ['- one\n- two\n  - three', 'one\ntwo\nthree'],
  ['> [!pull]\n> Words', '[!pull] Words'],
  ['![A boat](./x.png)\n\nText', 'Text'],
  ['| a | b |\n| - | - |\n| 1 | 2 |', 'a\nb\n1\n2'],
  ['Text[^1].\n\n[^1]: Note.', 'Text.\nNote.'],
  ['<script>alert(1)</script>\n\nText', 'Text'],
  ['', ''],
])('the words of %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})

test('an excerpt is the first block, cut between words', () => {
  expect(excerptOf('Short.\n\nMore.')).toBe('Short.')
  const excerpt = excerptOf(`${'word, '.repeat(60)}`)
  expect(excerpt.length).toBeLessThanOrEqual(142)
  expect(excerpt).toMatch(/word …$/)
  expect(excerptOf('👩‍👩‍👧‍👦'.repeat(300))).toMatch(/^(👩‍👩‍👧‍👦){140} …$/u)
})
