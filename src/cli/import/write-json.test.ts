import { expect, test } from 'vitest'
import { writeJson } from './write-json.ts'

const ITEMS = [{ kind: 'post', notes: ['a\nb', '"c"'] }, {}, [], 'x', null]

test.each([
  ['nothing but a value', { dryRun: true }],
  ['a list that is empty', { written: [], dryRun: false }],
  [
    'lists of anything, and what is not there',
    { fault: undefined, notes: ['a'], items: ITEMS, rest: { a: [1] } },
  ],
])('%s is written as JSON.stringify writes it', (_case, fields) => {
  expect([...writeJson(fields)].join('')).toBe(`${JSON.stringify(fields, null, 2)}\n`)
})

test('an iterable is written as an array, an element a time', () => {
  function* numbers() {
    yield 1
    yield 2
  }
  const pieces = [...writeJson({ numbers: numbers() })]
  expect(JSON.parse(pieces.join(''))).toEqual({ numbers: [1, 2] })
  expect(pieces.length).toBeGreaterThan(2)
})
