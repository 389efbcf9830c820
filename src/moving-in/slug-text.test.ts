import { expect, test } from 'vitest'
import { freeSlug, slugFrom } from './slug-text.ts'

test.each([
  ['hello-world', 'hello-world'],
  ['%e6%97%a5%e6%9c%ac', '日本'],
  ['../../../etc/passwd', 'etc-passwd'],
  ['..%2f..%2fx', 'x'],
  ['100%', '100'],
  ['%%%', ''],
  ['Été à Paris', 'ete-a-paris'],
])('%s becomes %s', (text, slug) => {
  expect(slugFrom(text)).toBe(slug)
})

test('a long one is cut between words, and fits a file system in any script', () => {
  expect(slugFrom('word-'.repeat(60))).toBe('word-'.repeat(29).concat('word'))
  expect(Buffer.byteLength(slugFrom('日本語'.repeat(100)))).toBe(150)
})

test('the first number that is free', () => {
  const taken = new Set(['a', 'a-2'])
  expect(freeSlug('a', (slug) => taken.has(slug))).toBe('a-3')
})
