import { describe, expect, test } from 'vitest'
import { isEmpty, isTooLong, LONGEST_QUERY, parseRequest, shorten, writeRequest } from './request.ts'

describe('an address', () => {
  test.each([
    ['', { query: '', filters: {}, sort: 'relevance' }],
    ['?q=+harbour+', { query: 'harbour', filters: {}, sort: 'relevance' }],
    ['?q=%22', { query: '"', filters: {}, sort: 'relevance' }],
    [
      '?category=World&tag=Trade&year=2025&author=Ana&sort=date',
      {
        query: '',
        filters: { category: 'World', author: 'Ana', year: '2025', tag: 'Trade' },
        sort: 'date',
      },
    ],
    ['?q=a&category=&sort=size&page=2', { query: 'a', filters: {}, sort: 'relevance' }],
    ['?q=%E0%A4%A', { query: '\ufffd%A', filters: {}, sort: 'relevance' }],
  ])('%j is read', (address, request) => {
    expect(parseRequest(address)).toEqual(request)
  })

  test.each(['', '?q=harbour', '?q=%22a+b%22&category=World+%26+all&tag=Trade&sort=date', '?year=2025'])(
    '%j is written as it was read',
    (address) => {
      expect(writeRequest(parseRequest(address))).toBe(address)
    },
  )
})

test.each([
  ['a'.repeat(LONGEST_QUERY), LONGEST_QUERY, false],
  ['a'.repeat(500), LONGEST_QUERY, true],
  // A character of two code units counts once, and is not cut in half.
  ['😀'.repeat(500), 2 * LONGEST_QUERY, true],
  [' '.repeat(500), 0, false],
  [`${'a'.repeat(LONGEST_QUERY - 1)} b`, LONGEST_QUERY - 1, true],
])('a query is no longer than may be', (query, length, tooLong) => {
  expect(shorten(query).length).toBe(length)
  expect(shorten(query).isWellFormed()).toBe(true)
  expect(isTooLong(query)).toBe(tooLong)
})

test.each([
  ['', true],
  ['?q=+', true],
  ['?sort=date', true],
  ['?q=a', false],
  ['?tag=Trade', false],
])('%j asks for nothing: %j', (address, empty) => {
  expect(isEmpty(parseRequest(address))).toBe(empty)
})
