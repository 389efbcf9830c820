import { expect, test } from 'vitest'
import { isLanguage } from './language.ts'

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
