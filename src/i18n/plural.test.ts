import { expect, test } from 'vitest'
import { forms, plural } from './plural.ts'

const ENGLISH = forms('{count} articles', '{count} article')
const INDONESIAN = forms('{count} artikel')
const POLISH = { ...forms('{count} artykułów', '{count} artykuł'), few: '{count} artykuły' }

test.each([
  ['en', ENGLISH, 0, '0 articles'],
  ['en', ENGLISH, 1, '1 article'],
  ['en', ENGLISH, 2, '2 articles'],
  ['en', ENGLISH, 1234, '1,234 articles'],
  ['id', INDONESIAN, 1, '1 artikel'],
  ['id', INDONESIAN, 1234, '1.234 artikel'],
  ['pl', POLISH, 1, '1 artykuł'],
  ['pl', POLISH, 3, '3 artykuły'],
  ['pl', POLISH, 5, '5 artykułów'],
])('in %s %j of %i is "%s"', (locale, forms, count, text) => {
  expect(plural(forms, count, locale)).toBe(text)
})
