import { expect, test } from 'vitest'
import { fill, languagesWith, type OutletTexts } from './dictionary.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { missingTexts } from './text-places.ts'

test.each([
  ['id', id],
  ['id-ID', id],
  ['ID', id],
  ['en', en],
  ['en-GB', en],
  ['fr', en],
  ['idu', en],
  ['', en],
])('the program’s texts for %j', (tag, dictionary) => {
  expect(languagesWith().dictionaryFor(tag)).toEqual(dictionary)
})

const OUTLET: OutletTexts = {
  ms: { latest: 'Terkini', kinds: { news: 'Berita' }, articleCount: { other: '{count} rencana' } },
  id: { latest: 'Paling baru' },
  en: { trending: 'Talked about' },
  pt: { latest: 'Mais recentes', close: 'Fechar' },
  'pt-BR': { close: 'Fechar já' },
}

test.each([
  ['ms', 'ms', 'Terkini'],
  ['ms-MY', 'ms', 'Terkini'],
  ['MS', 'ms', 'Terkini'],
  ['ms-u-nu-latn', 'ms', 'Terkini'],
  ['id', 'id', 'Paling baru'],
  ['en-GB', 'en', 'Latest'],
  ['pt-PT', 'pt', 'Mais recentes'],
  ['pt-BR', 'pt-BR', 'Mais recentes'],
  ['fr', 'en', 'Latest'],
  ['toString', 'en', 'Latest'],
])('with those of an outlet %s is answered in %s: %j', (tag, locale, latest) => {
  const { localeFor, dictionaryFor } = languagesWith(OUTLET)
  expect(localeFor(tag)).toBe(locale)
  expect(dictionaryFor(tag).latest).toBe(latest)
})

test('an outlet’s texts lie over the language’s, over English', () => {
  const { dictionaryFor } = languagesWith(OUTLET)
  const ms = dictionaryFor('ms')
  expect(ms.kinds).toEqual({ ...en.kinds, news: 'Berita' })
  expect(ms.articleCount).toEqual({ other: '{count} rencana' })
  expect(ms.trending).toBe('Talked about')
  expect(dictionaryFor('id')).toEqual({ ...id, latest: 'Paling baru' })
  expect(dictionaryFor('pt-BR').close).toBe('Fechar já')
})

test('what is no text is passed over', () => {
  const odd = {
    ms: { latest: 7, kinds: 'x', articleCount: 'x', nothing: 'x', close: undefined, comments: null },
  }
  expect(languagesWith(odd as unknown as OutletTexts).dictionaryFor('ms')).toEqual(en)
})

test.each([
  ['{n} more', { n: 3 }, '3 more'],
  ['{a} and {b}, {a}', { a: 'x', b: 'y' }, 'x and y, x'],
  ['More from {section}', { section: '$& {name}' }, 'More from $& {name}'],
  ['{page} of {pages}', { page: 0 }, '0 of {pages}'],
  ['Nothing', { n: 1 }, 'Nothing'],
])('%j filled with %j is %j', (text, values, filled) => {
  expect(fill(text, values)).toBe(filled)
})

const texts = { en: textsOf(en), id: textsOf(id) }

test('each text is in both languages of the program', () => {
  expect(missingTexts(en, [id])).toEqual([])
  expect(missingTexts(id, [en])).toEqual([])
})

test.each(['en', 'id'] as const)('no text in %s is empty or has a stray brace or blank', (locale) => {
  const odd = [...texts[locale]].filter(
    ([, text]) => text.trim() === '' || text !== text.trim() || /[{}]/.test(text.replace(/\{\w+\}/g, '')),
  )
  expect(odd).toEqual([])
})

/** Every text of a dictionary by its path, such as `roles.editor`. */
function textsOf(dictionary: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(dictionary).flatMap(([key, value]: [string, string | object]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  )
}
