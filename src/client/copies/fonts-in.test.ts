import { expect, test } from 'vitest'
import { fontsIn } from './fonts-in.ts'

const face = (file: string, range?: string) =>
  `@font-face{font-family:A;src:url("${file}") format("woff2")${range ? `;unicode-range:${range}` : ''};font-style:normal}`

const STYLES = [
  face('latin', 'U+20-7E,U+A0'),
  face('accents', 'U+A1-FF'),
  face('arabic', 'U+0600-06FF,U+200C-200E'),
  face('emoji', 'U+1F6??'),
].join('')

test.each([
  ['plain', ['latin']],
  ['café', ['latin', 'accents']],
  ['خبر', ['arabic']],
  ['🚀', ['emoji']],
  ['', []],
])('of %j', (text, files) => {
  expect(fontsIn(STYLES, text)).toEqual(files)
})

test('a face without a range is for all letters, and one from the device has no file', () => {
  const local = '@font-face{font-family:B;src:local("Times");unicode-range:U+20-7E}'
  expect(fontsIn(`${face('all')} p{background:url(x.png)} ${local}`, 'x')).toEqual(['all'])
})
