import { expect, test } from 'vitest'
import { dictionaryFor, fill } from './dictionary.ts'
import { en } from './en.ts'
import { id } from './id.ts'

test.each([
  ['id', id],
  ['id-ID', id],
  ['ID', id],
  ['en', en],
  ['en-GB', en],
  ['fr', en],
  ['idu', en],
  ['', en],
])('texts for %j', (tag, dictionary) => {
  expect(dictionaryFor(tag)).toBe(dictionary)
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

test('both languages want the same values in every text', () => {
  const wanted = (of: Map<string, string>) =>
    Object.fromEntries([...of].map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()]))
  expect(wanted(texts.id)).toEqual(wanted(texts.en))
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
