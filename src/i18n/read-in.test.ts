import { expect, test } from 'vitest'
import { languagesWith } from './dictionary.ts'
import { readIn } from './read-in.ts'

const LANGUAGES = languagesWith({ ms: { readIn: 'Baca dalam {language}' } })

test.each([
  ['en', 'Read in English', 'en'],
  ['id', 'Baca dalam bahasa Indonesia', 'id'],
  ['ms', 'Baca dalam Melayu', 'ms'],
  ['jv', 'Read in Javanese', 'en'],
  ['ar', 'Read in Arabic', 'en'],
])('an article in %s is offered with "%s"', (tag, text, lang) => {
  expect(readIn(tag, LANGUAGES)).toEqual({ text, lang })
})
