import { expect, test } from 'vitest'
import { isLanguage, languageMarks } from './language.ts'

test.each([
  ['id', true],
  ['en-GB', true],
  ['zh-Hant', true],
  ['sr-Latn-RS', true],
  ['', false],
  ['e', false],
  ['en_US', false],
  ['en-', false],
  ['bahasa indonesia', false],
])('%j as a language: %s', (tag, wellFormed) => {
  expect(isLanguage(tag)).toBe(wellFormed)
})

test.each([
  ['en', 'en', {}],
  ['en-GB', 'en', {}],
  ['en', 'id', { lang: 'en' }],
  ['ar', 'id', { lang: 'ar', dir: 'rtl' }],
  ['id', 'ar-EG', { lang: 'id', dir: 'ltr' }],
  ['fa', 'ar', { lang: 'fa' }],
  ['zh-Hant', 'he', { lang: 'zh-Hant', dir: 'ltr' }],
])('%s within %s is marked by %j', (tag, around, marks) => {
  expect(languageMarks(tag, around)).toEqual(marks)
})
