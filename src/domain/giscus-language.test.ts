import { expect, test } from 'vitest'
import { giscusLanguage } from './giscus-language.ts'

test.each([
  ['id', 'id'],
  ['en-GB', 'en'],
  ['ms', 'en'],
  ['jv', 'en'],
  ['ar-EG', 'ar'],
  ['he', 'he'],
  ['el', 'gr'],
  ['sr-Latn', 'hbs'],
  ['zh', 'zh-CN'],
  ['zh-HK', 'zh-TW'],
  ['ar-u-nu-latn', 'ar'],
])('under a chrome in %s giscus speaks %s', (tag, language) => {
  expect(giscusLanguage(tag)).toBe(language)
})
