import { describe, expect, test } from 'vitest'
import { bytesOf, markForbidden, withoutMarks } from './control-characters.ts'
import { slipsIn, SlipMarker, withSlips } from './slips.ts'

/** What the marker makes of a file that comes in pieces of a size. */
function marked(xml: string, size = xml.length): string {
  const marker = new SlipMarker()
  let text = ''
  for (let at = 0; at < xml.length; at += size) text += marker.mark(xml.slice(at, at + size))
  return text + marker.mark('', true)
}

describe('slips of an export', () => {
  test.each([
    ['none', '<title>b &amp; c &#8211; &#x2013; &nbsp; <!-- d --></title>', 0],
    ['an ampersand', '<title>b & c &</title>', 2],
    ['an ampersand of an address', '<link>https://x.example/?a=1&b=2</link>', 1],
    ['markup that nobody escaped', '<title>a <em>b</em> <br/></title>', 3],
    ['a sign for less', '<title>1 < 2</title>', 1],
    ['none in CDATA', '<title><![CDATA[a & <b>]]></title>', 0],
    ['an end of CDATA within its field', '<c><![CDATA[a ]]> b ]]></c>', 1],
    ['none where sections follow each other', '<c><![CDATA[a ]]]]><![CDATA[> b]]></c>', 0],
  ])('are %s', (_, xml, count) => {
    for (const size of [1, 2, 5, xml.length]) {
      const text = marked(xml, size)
      expect(slipsIn(text)).toBe(count)
      expect(text).toHaveLength(xml.length)
      expect(withSlips(text)).toBe(xml)
    }
  })

  test('leave the root as it is: it may be another kind of file', () => {
    expect(slipsIn(marked('<table class="x">'))).toBe(0)
    expect(slipsIn(marked('<rss><table class="x">'))).toBe(1)
  })
})

describe('characters that XML forbids', () => {
  test('become marks in their places, and go in the end', () => {
    const text = markForbidden('a\u0000b\u0007\tc\n\uffff')
    expect(text).toHaveLength(8)
    expect(withoutMarks(text)).toEqual({ text: 'ab\tc\n', marks: 3 })
    expect(withoutMarks('clean')).toEqual({ text: 'clean', marks: 0 })
  })

  test.each([
    ['utf-8', 'a\u0007é & b'],
    ['utf-16le', 'a\u0007é & b'],
    ['windows-1252', 'a\u0007b & c'],
  ])('and slips had as many bytes in a file of %s', (encoding, text) => {
    const bytes = encoding === 'utf-16le' ? Buffer.byteLength(text, 'utf16le') : Buffer.byteLength(text)
    expect(bytesOf(marked(`<a>${markForbidden(text)}</a>`).slice(3, -4), encoding)).toBe(bytes)
  })
})
