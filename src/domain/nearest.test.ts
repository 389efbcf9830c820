import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const FIELDS = ['title', 'tags', 'draft', 'description', 'lang']

test.each([
  ['a swap', 'drfat', 'draft'],
  ['a letter left out', 'titl', 'title'],
  ['one of several, the nearest', 'tag', 'tags'],
  ['a long word with three slips', 'descripshon', 'description'],
  ['the word itself', 'tags', 'tags'],
])('finds %s', (_, word, found) => {
  expect(nearest(word, FIELDS)).toBe(found)
})

test.each([
  ['another word', 'weather'],
  ['a short word half of which differs', 'log'],
  ['nothing at all', ''],
])('finds nothing near %s', (_, word) => {
  expect(nearest(word, FIELDS)).toBeUndefined()
})

test('finds nothing among nothing', () => {
  expect(nearest('draft', [])).toBeUndefined()
})
