import { expect, test } from 'vitest'
import { isSlug, slugify } from './slug.ts'

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
