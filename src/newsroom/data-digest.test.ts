import { expect, test } from 'vitest'
import { dataDigest } from './data-digest.ts'

const shared = { name: 'World' }

test.each([
  ['fields', { a: 1, b: 'x' }, { a: 1, b: 'x' }],
  ['dates', { at: new Date(7) }, { at: new Date(7) }],
  ['lists in lists', [[1], [2, [3]]], [[1], [2, [3]]]],
  ['the same object twice and two alike', [shared, shared], [{ name: 'World' }, { name: 'World' }]],
])('equal %s have one digest', (_, one, other) => {
  expect(dataDigest(one)).toBe(dataDigest(other))
})

test.each([
  ['a text and a number', { a: '1' }, { a: 1 }],
  ['a text and a date', { a: new Date(7).toISOString() }, { a: new Date(7) }],
  ['nothing and null', { a: undefined }, { a: null }],
  ['null and its name', { a: 'null' }, { a: null }],
  ['a list and fields', [1], { 0: 1 }],
  ['one list and two', [['a', 'b']], [['a'], ['b']]],
  ['a comma in a text and two texts', ['a","b'], ['a', 'b']],
  ['names of fields', { a: { b: 1 } }, { b: { a: 1 } }],
  ['an order', [1, 2], [2, 1]],
  ['a digest as a text and the object', { a: dataDigest(shared) }, { a: shared }],
])('%s have two', (_, one, other) => {
  expect(dataDigest(one)).not.toBe(dataDigest(other))
})

test.each([
  ['a function', { a: () => 1 }],
  ['a symbol', [Symbol('a')]],
  ['a map', { a: new Map() }],
  ['an object of a class', { a: new URL('https://warta.example/') }],
])('%s has none', (_, value) => {
  expect(() => dataDigest(value)).toThrow('Only plain data has a digest')
})
