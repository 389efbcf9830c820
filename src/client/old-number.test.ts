import { expect, test } from 'vitest'
import { fileOfNumber } from '#domain/numbered-alias.ts'
import { oldNumber } from './old-number.ts'

test.each(['?p=19', '?page_id=19', '?attachment_id=19', '?utm_source=x&p=19'])('%s is looked up', (query) => {
  expect(oldNumber(query)).toEqual({ number: 19, file: '0.json' })
})

test.each(['', '?q=19', '?p=', '?p=x', '?p=-1', '?p=0', '?p=1e9', '?p=19/../x'])('%s is not', (query) => {
  expect(oldNumber(query)).toBeUndefined()
})

test('the browser looks where the build has put it', () => {
  for (const number of [1, 999, 1000, 123_456])
    expect(oldNumber(`?p=${number}`)?.file).toBe(`${fileOfNumber(number)}.json`)
})
