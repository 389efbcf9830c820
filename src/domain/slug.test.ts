import { expect, test } from 'vitest'
import { isSlug, slugify, slugOfTitle } from './slug.ts'

test.each([
  ['Small business', 'small-business'],
  ['  Timor–Leste!  ', 'timor-leste'],
  ['São Tomé', 'sao-tome'],
  ['İstanbul', 'istanbul'],
  ["Jum'at", 'jum-at'],
  ['ﬁnance № ²', 'finance-no-2'],
  ['Йод и ёлка', 'йод-и-ёлка'],
  ['मुंबई', 'मुंबई'],
  ['パリ', 'パリ'],
  ['❤️ Ambon', 'ambon'],
  ['1️⃣ Top', '1-top'],
  ['★ … ❤️', ''],
  ['', ''],
])('%j has the slug %j', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test('a slug has itself as its slug, whatever character it came of', () => {
  const unstable = []
  for (let code = 0; code < 0x3_0000; code++) {
    const slug = slugify(`a${String.fromCodePoint(code)}b`)
    if (!isSlug(slug)) unstable.push(code.toString(16))
  }
  expect(unstable).toEqual([])
})

test.each(['xi-putin-moscow', '2025', 'मुंबई', 'перепись'])('%j is a slug', (name) => {
  expect(isSlug(name)).toBe(true)
})

test.each(['', 'Moscow', 'a--b', '-a', 'a-', 'a b', 'café', 'a_b', 'a.b', 'a#b', 'a/b', '\uFE0F'])(
  '%j is not a slug',
  (name) => {
    expect(isSlug(name)).toBe(false)
  },
)

test.each([
  ['Why Jakarta sinks', 'why-jakarta-sinks'],
  ['a'.repeat(80), 'a'.repeat(80)],
  // Between words, where there is such a place.
  [`${'word '.repeat(15)}longer-one`, `${'word-'.repeat(14)}word`],
  [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  [`${'a'.repeat(80)} b`, 'a'.repeat(80)],
  ['a'.repeat(200), 'a'.repeat(80)],
  // 80 letters of three bytes are 240, of four too many.
  ['新'.repeat(200), '新'.repeat(80)],
  ['𠮷'.repeat(200), '𠮷'.repeat(60)],
  ['मुंबई'.repeat(30), 'मुंबई'.repeat(16)],
  ['★', ''],
])('the title %j is the address %j', (title, slug) => {
  expect(slugOfTitle(title)).toBe(slug)
  expect(slug === '' || isSlug(slug)).toBe(true)
})
