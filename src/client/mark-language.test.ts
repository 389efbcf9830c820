import { expect, test } from 'vitest'
import { pageOf } from '../../tests/support/dom.ts'
import { markLanguage } from './mark-language.ts'

test.each([
  ['id', 'id', null],
  ['id-ID', 'id', null],
  ['ID', 'id', null],
  ['en', 'id', 'en'],
  ['zh-Hant', 'en', 'zh-Hant'],
])('a text in %s on a page in %s is marked as %s', (language, lang, marked) => {
  const element = pageOf('<p>x</p>', { lang }).querySelector('p') as HTMLElement
  markLanguage(element, language)
  expect(element.getAttribute('lang')).toBe(marked)
  expect(element.getAttribute('dir')).toBe(marked && 'auto')
})
