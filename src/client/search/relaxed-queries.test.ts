import { expect, test } from 'vitest'
import { relaxedQueries } from './relaxed-queries.ts'
import { parseRequest, writeRequest } from './request.ts'

test.each([
  ['?q=harbour', []],
  ['?q=%22', []],
  ['?q=%22harbour%22', ['?q=harbour']],
  ['?q=“old+harbour”', ['?q=old+harbour', '?q=harbour', '?q=old']],
  ['?q=harbour&category=World', ['?q=harbour']],
  ['?category=World&year=1999', []],
  [
    '?q=%22the+old+harbour%22&tag=Trade&sort=date',
    [
      '?q=the+old+harbour&tag=Trade&sort=date',
      '?q=the+old+harbour&sort=date',
      '?q=the+old&sort=date',
      '?q=the+harbour&sort=date',
      '?q=old+harbour&sort=date',
      '?q=harbour&sort=date',
      '?q=the&sort=date',
      '?q=old&sort=date',
    ],
  ],
  ['?q=Same+same', ['?q=Same']],
])('what may be asked for instead of %j', (address, relaxed) => {
  expect(relaxedQueries(parseRequest(address)).map(writeRequest)).toEqual(relaxed)
})

test('never asks for more than a handful', () => {
  const query = Array.from({ length: 40 }, (_, i) => `w${i}`).join(' ')
  expect(relaxedQueries({ query, filters: {}, sort: 'relevance' }).length).toBe(8)
})
