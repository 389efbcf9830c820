import { describe, expect, test } from 'vitest'
import { isSlug } from './slug.ts'
import { tagLabel, tagSlug } from './tag-slug.ts'

test.each([
  ['C', 'c'],
  ['C++', 'c-plus-plus'],
  ['C#', 'c-sharp'],
  ['C♯', 'c-sharp'],
  ['F# minor', 'f-sharp-minor'],
  ['50', '50'],
  ['50%', '50-percent'],
  ['50 %', '50-percent'],
  ['5‰', '5-permille'],
  ['A', 'a'],
  ['A+', 'a-plus'],
  ['AA-', 'aa-minus'],
  ['Ａ＋', 'a-plus'],
  ['18+', '18-plus'],
  ['+62', 'plus-62'],
  ['-5 °C', 'minus-5-c'],
  ['LGBTQ+', 'lgbtq-plus'],
  ['NET', 'net'],
  ['.NET', 'dot-net'],
  ['.id', 'dot-id'],
  // What these have had for ever.
  ['ASP.NET', 'asp-net'],
  ['Node.js', 'node-js'],
  ['U.S.', 'u-s'],
  ['... dan lain', 'dan-lain'],
  ['R&B', 'r-b'],
  ['Arts & Culture', 'arts-culture'],
  ['A/B', 'a-b'],
  ['A + B', 'a-b'],
  ['#MeToo', 'metoo'],
  ['@kompas', 'kompas'],
  ['a@b', 'a-b'],
  ['Timor-Leste', 'timor-leste'],
  ['COVID-19', 'covid-19'],
  ['100% Indonesia', '100-percent-indonesia'],
  ['São Tomé', 'sao-tome'],
  ['पानी', 'पानी'],
  ['Água+', 'agua-plus'],
])('the tag %j is at %j', (name, slug) => {
  expect(tagSlug(name)).toBe(slug)
  expect(isSlug(slug)).toBe(true)
})

test('each character beside a letter or a digit makes a slug', () => {
  const unfit = []
  for (let code = 0x20; code < 0x3000; code++) {
    const sign = String.fromCodePoint(code)
    for (const tag of [`a${sign}`, `${sign}a`, `1 ${sign}`, `a${sign}b`])
      if (!isSlug(tagSlug(tag))) unfit.push(tag)
  }
  expect(unfit).toEqual([])
})

describe('two labels are one', () => {
  test.each([
    ['Timor-Leste', 'timor leste', true],
    ['São Tomé', 'SAO TOME', true],
    ["Jum'at", 'Jum’at', true],
    ['R&B', 'R B', false],
    ['#MeToo', 'MeToo', false],
    ['A/B', 'A-B', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(tagLabel(one) === tagLabel(other)).toBe(same)
  })
})
