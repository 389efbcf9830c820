import { expect, test } from 'vitest'
import { readIn } from './read-in.ts'

test.each([
  ['en', 'Read in English', 'en'],
  ['id', 'Baca dalam bahasa Indonesia', 'id'],
  ['jv', 'Read in Javanese', 'en'],
  ['ar', 'Read in Arabic', 'en'],
])('an article in %s is offered with "%s"', (tag, text, lang) => {
  expect(readIn(tag)).toEqual({ text, lang })
})
