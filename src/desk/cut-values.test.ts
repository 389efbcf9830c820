import { describe, expect, test } from 'vitest'
import { cutValues, withoutCuts } from './cut-values.ts'

describe('a value that a comment cuts short is told at its #', () => {
  test.each([
    ['a title', 'title: Berita kota #jakarta hari ini\ndraft: true', ['#jakarta']],
    ['a number', 'title: Peringkat #1 dunia', ['#1']],
    ['letters of other scripts', 'title: समाचार #मुंबई', ['#म']],
    ['a field of a field', 'image:\n  src: ./a.jpg\n  alt: Jalan #sudirman', ['#sudirman']],
    ['a field of an item', 'corrections:\n  - at: 2025-07-04\n    note: Bukan #satu', ['#satu']],
    ['an item', 'tags:\n  - Kota #jakarta\n  - Air', ['#jakarta']],
    ['a value of several lines', 'description: Satu\n  dua #tiga\n  empat', ['#tiga']],
    ['its last line', 'description: Satu\n  dua\n  #tiga empat\ndraft: true', ['#tiga']],
    ['a word before the first line', 'title: #jakarta hari ini\n  banjir', ['#jakarta']],
    ['a word behind the sign of a block', 'description: | #jakarta\n  Banjir', ['#jakarta']],
    ['a word behind a tag', 'title: ! #jakarta\n  banjir', ['#jakarta']],
    ['brackets on one line', 'tags: [Kota #jakarta, Air]\ndraft: true', ['#jakarta']],
    ['brackets on several lines', 'tags: [\n  Kota #jakarta,\n  Air\n]', ['#jakarta']],
    ['an item after a comma', 'tags: [\n  Kota, #jakarta\n]', ['#jakarta']],
    ['the first item', 'tags: [ #jakarta\n  Kota ]', ['#jakarta']],
    ['braces', 'image: { src: ./a.jpg, alt: Jalan #satu\n}', ['#satu']],
    ['Windows line ends', 'title: Kota #a\r\ndescription: Desa #b\r\n', ['#a', '#b']],
    ['a value of which nothing is left', 'colour: #a3161a\nname: A', ['#a3161a']],
    ['an item of which nothing is left', 'tags:\n  - #jakarta\n  - Air', ['#jakarta']],
  ])('%s', (_case, yaml, starts) => {
    const faults = cutValues(yaml)
    expect(faults.map(({ offset }, i) => yaml.slice(offset).startsWith(starts[i] ?? '-'))).toEqual(
      starts.map(() => true),
    )
    for (const { message } of faults) expect(message).toContain('would be left out')
    expect(cutValues(withoutCuts(yaml, faults))).toEqual([])
  })
})

test.each([
  ['a blank behind the sign', 'title: Kota # jakarta'],
  ['two signs', 'title: Kota ## jakarta'],
  ['no blank before the sign', 'title: C#1 dan a#b'],
  ['quotes', 'title: "Kota #jakarta"'],
  ['a comment behind quotes', 'title: "Kota" #jakarta'],
  ['a comment behind brackets', 'tags: [Kota, Air] #jakarta'],
  ['a block of text', 'description: >-\n  Kota #jakarta'],
  ['a field taken out', 'title: Kota\n#draft: true\ndescription: A'],
  ['a field of a field taken out', 'image:\n  src: ./a.jpg\n  #alt: b\ntitle: A'],
  ['an item taken out', 'authors:\n  - budi\n  #siti\n  - ani'],
  ['an item between brackets taken out', 'authors: [\n  budi,\n  #siti,\n  ani\n]'],
  ['a comment beside a key of others', 'image: #utama\n  src: ./a.jpg'],
  ['a comment at the start', '#artikel\ntitle: Kota'],
])('a comment stays one: %s', (_case, yaml) => {
  expect(cutValues(yaml)).toEqual([])
})

test.each([
  ['title: Kota #jakarta', '"Kota #jakarta"'],
  ['title: Kata "siap" #jakarta', `'Kata "siap" #jakarta'`],
  [`title: Jum'at "siap" #jakarta`, `'Jum''at "siap" #jakarta'`],
  ['colour: #a3161a', '"#a3161a"'],
])('%s is to be written with quotes: %s', (yaml, mended) => {
  expect(cutValues(yaml)[0]?.message).toContain(`into quotes: ${mended}. `)
})

test('ten thousand brackets are looked through at once', () => {
  expect(cutValues(`a: ${'['.repeat(10_000)} #b`)).toHaveLength(1)
})
