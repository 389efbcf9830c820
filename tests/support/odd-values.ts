import fc from 'fast-check'
import { HOSTILE_PIECES } from './hostile-pieces.ts'

const SIGNS = [
  '\0',
  '\n',
  '\r\n',
  '\t',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2028',
  '\u2029',
  '\u3000',
  '\u3164',
  '\ufeff',
  '\ufffd',
  '\uffff',
  '\uD800',
  '\uDC00',
  '\u{1f468}\u200d\u{1f469}',
  '\u{10ffff}',
  '\u{e0041}',
  '%',
  '%00',
  '%0A',
  '%2e%2e',
  '%252e',
  '%5C',
  '%E9',
  '../',
  '$&',
  '{{a}}',
  '#',
  '?',
  '|',
  'ﷺ',
  'İ',
  'ß',
]

const LETTERS = fc.constantFrom('A', 'Harga', 'b', '7', 'новости', '新聞', 'عربي', 'é', 'ก', '𝔘')

/** A text that mostly passes for one line, and sometimes does not. */
export const words = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(
        fc.oneof(
          LETTERS,
          fc.constantFrom(...HOSTILE_PIECES).map((piece) => piece.trim()),
        ),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      fc.oneof(
        { weight: 3, arbitrary: fc.constant('') },
        { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
        { weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
      ),
      fc.constantFrom('', ' '),
    )
    .chain(([parts, odd, between]) => {
      const text = [...parts, odd].join(between)
      return fc.constantFrom(
        text,
        text,
        text,
        text.slice(0, most).padEnd(most, '\u{20bb7}'),
        text.padEnd(most + 1, 'x'),
      )
    })

const part = fc.oneof(LETTERS, fc.constantFrom(...SIGNS), fc.string({ unit: 'grapheme', maxLength: 8 }))
export const aliasOf = fc
  .tuple(
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '/', '.html', '.html/', '/index.html', '/index.html/', '.html.gz', '.md', '.xml'),
  )
  .chain(([parts, end]) => {
    const plain = parts.join('')
    return fc.constantFrom(
      `/${plain}${end}`,
      `/${encodeURIComponent(plain.toWellFormed())}${end}`,
      `/${parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/')}${end}`,
      `/?p=${plain.length}`,
      `/city/${encodeURIComponent(plain.toWellFormed())}${end}`,
      `/index.html${end}`,
      `/.well-known/${encodeURIComponent(plain.toWellFormed())}${end}`,
    )
  })
const MOMENTS = [
  '0000-01-01',
  '0001-01-01T00:00',
  '1582-10-10T12:00',
  '1883-11-18T12:00',
  '1969-12-31T23:59:59.999Z',
  '2024-02-29',
  '2024-12-31T23:59:60',
  '2038-01-19T03:14:08Z',
  '2099-12-31T24:00',
  '9999-12-31T23:59:59+14:00',
]
export const moment = fc.oneof(
  fc.constantFrom(...MOMENTS),
  fc
    .date({ min: new Date('1900-01-01T00:00Z'), max: new Date('2099-01-01T00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc
    .date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2026-01-01T00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16)),
)
const LANGUAGES = [
  'en',
  'id',
  'ID',
  'jv-Latn',
  'zh-Hant-TW',
  'x-private',
  'i-klingon',
  'en-u-ca-buddhist',
  'ar',
  'qaa',
]
export const language = fc.constantFrom(...LANGUAGES)
const ADDRESSES = [
  'https://a.example',
  'http://a.example/%E9',
  'https://пример.example/ü?q=1#x',
  'https://u:p@a.example:8080//b/',
  'https://[::1]/',
  'mailto:a@b.example',
  'mailto:',
  'https://a.example/\nb',
  'https://a.example/\uD800',
  `https://a.example/"onclick="alert(1)`,
]
export const address = fc.oneof(
  fc.constantFrom(...ADDRESSES),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
)
export const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 })
