import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { cleanXml, escapeXml } from './xml-text.ts'

test.each([
  ['control characters', 'a\u0000b\u0008c\u000bd\u000ce\u001ff', 'abcdef'],
  ['non-characters', 'a\ufffeb\uffffc', 'abc'],
  ['a high surrogate alone', 'a\ud83db', 'ab'],
  ['a low surrogate alone', 'a\ude00b', 'ab'],
  ['a pair the wrong way round', 'a\ude00\ud83db', 'ab'],
  ['one too many before a pair', '\ud83d😀', '😀'],
  ['one too many after a pair', '😀\ude00', '😀'],
])('%s go', (_case, text, clean) => {
  expect(cleanXml(text)).toBe(clean)
})

test.each([
  'tab\tline\nreturn\r',
  'emoji 😀 👩‍🚀 🇮🇩',
  'edges \ud7ff \ue000 \ufffd \u{10ffff}',
  'é и 新 ع',
  '\u007f\u0085',
])('%j stays', (text) => {
  expect(cleanXml(text)).toBe(text)
})

test.each(['a & b', '<script>', ']]>', '"quoted" \'twice\'', '&amp; &lt;', '007', '😀'])(
  '%j is read again as it was, from an element and from an attribute',
  (text) => {
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, htmlEntities: true })
    const xml = `<a b="${escapeXml(text)}">${escapeXml(text)}</a>`
    expect(parser.parse(xml)).toEqual({ a: { '#text': text, '@_b': text } })
  },
)

test('what is escaped is clean too', () => {
  expect(escapeXml('<\u0008>')).toBe('&lt;&gt;')
})
