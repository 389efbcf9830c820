import { expect, test } from 'vitest'
import { ObjectSplitter } from './split-objects.ts'

/** In pieces of a few signs. */
function split(text: string, size = 3): [unknown, number][] {
  const splitter = new ObjectSplitter()
  const found = (text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []).flatMap((piece) => [
    ...splitter.push(piece),
  ])
  splitter.end()
  return found.map(({ text, line }) => [JSON.parse(text), line])
}

test.each([
  [
    'a list',
    '[\n {"a": 1},\n {"a": {"b": 2}}\n]',
    [
      [{ a: 1 }, 2],
      [{ a: { b: 2 } }, 3],
    ],
  ],
  [
    'lines',
    '{"a":1}\n\n{"a":2}\n',
    [
      [{ a: 1 }, 1],
      [{ a: 2 }, 3],
    ],
  ],
  [
    'braces and quotes in texts',
    '[{"a":"}{\\"}\\\\"},{"b":"]"}]',
    [
      [{ a: '}{"}\\' }, 1],
      [{ b: ']' }, 1],
    ],
  ],
  ['nothing', '[]', []],
])('records of %s', (_case, text, expected) => {
  expect(split(text)).toEqual(expected)
  expect(split(text, 1000)).toEqual(expected)
})

test.each([
  ['a text', '[\n "x"]', 'line 2, column 1: a record in braces is missing here.'],
  ['no end', '[\n\n{"a": "x', 'line 3, column 1: the record that begins here has no end.'],
])('a fault is named by its line: %s', (_case, text, message) => {
  expect(() => split(text)).toThrow(message)
})
