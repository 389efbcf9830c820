import { describe, expect, test } from 'vitest'
import { asLine, asLines, faultOfLine, faultOfLines } from './written-text.ts'

const HALF = 'half a character'
const CONTROL = 'control characters'
const BREAK = 'must be one line'
const NO_LETTER = 'a letter or a digit'
const UNSEEN = 'something that can be seen'

test.each<[string, string, string | undefined, string | undefined]>([
  // text, fault as one line, as several
  ['a letter', 'A', undefined, undefined],
  ['a digit', '7', undefined, undefined],
  ['another script', 'مرحبا', undefined, undefined],
  ['letters beyond the first plane', '𝔘𠮷', undefined, undefined],
  ['a joiner within an emoji', 'Family 👨‍👩‍👧', undefined, undefined],
  ['half a character', 'a\uD800', HALF, HALF],
  ['its other half', '\uDC00a', HALF, HALF],
  ['a line break', 'a\nb', BREAK, undefined],
  ['a carriage return', 'a\rb', BREAK, undefined],
  ['a next line', 'a\u0085b', BREAK, CONTROL],
  ['a line separator', 'a\u2028b', BREAK, undefined],
  ['a paragraph separator', 'a\u2029b', BREAK, undefined],
  ['a tab', 'a\tb', CONTROL, undefined],
  ['a NUL', 'a\0b', CONTROL, CONTROL],
  ['an escape', 'a\u001bb', CONTROL, CONTROL],
  ['a control of the second set', 'a\u009bb', CONTROL, CONTROL],
  ['an override of the direction', 'a\u202eb', CONTROL, CONTROL],
  ['what XML cannot hold', 'a\uffffb', CONTROL, CONTROL],
  ['no width', '\u200b\u200c\u200d\u2060', NO_LETTER, UNSEEN],
  ['a Hangul filler, a letter without a shape', '\u3164', NO_LETTER, UNSEEN],
  ['its half as wide sibling', '\uffa0', NO_LETTER, UNSEEN],
  ['blanks of many widths', '\u00a0\u3000\u2003', NO_LETTER, UNSEEN],
  ['an empty cell of Braille', '\u2800', NO_LETTER, UNSEEN],
  ['signs alone', '…!?', NO_LETTER, undefined],
  ['an emoji alone', '👍', NO_LETTER, undefined],
])('%s', (_case, text, line, lines) => {
  const expected = (fault: string | undefined) => (fault ? expect.stringContaining(fault) : undefined)
  expect(faultOfLine(text)).toEqual(expected(line))
  expect(faultOfLines(text)).toEqual(expected(lines))
})

describe('what comes from elsewhere', () => {
  test.each([
    ['a\r\nb\u2028c\td', 'a b c d', 'a\nb\u2028c\td'],
    [' a\uD800\u202e\u0007b ', 'a b', 'ab'],
    ['\u0000', '', ''],
  ])('%j', (text, line, lines) => {
    expect(asLine(text)).toBe(line)
    expect(asLines(text)).toBe(lines)
  })
})
