import { expect, test } from 'vitest'
import { forms, formsOfNumbers, isPluralForms, plural } from './plural.ts'
import { en } from './en.ts'

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
  ['ar', { one: 'مقال', other: '{count} مقال' }, 1, 'مقال'],
  ['ar', { one: 'مقال', other: '{count} مقال' }, 2, '2 مقال'],
  ['ar-EG', { other: '{count} مقال' }, 12, '١٢ مقال'],
  ['pl', POLISH, 1, '1 artykuł'],
  ['pl', POLISH, 3, '3 artykuły'],
  ['pl', POLISH, 5, '5 artykułów'],
])('in %s %j of %i is "%s"', (locale, forms, count, text) => {
  expect(plural(forms, count, locale)).toBe(text)
})

test.each([
  ['id', ['other']],
  ['en', ['other', 'one']],
  ['fr', ['one', 'other']],
  ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
])('%s tells whole numbers apart by %j', (locale, forms) => {
  expect([...formsOfNumbers(locale).keys()]).toEqual(forms)
})

test('of English’s texts those are in plural forms that count something', () => {
  const counted = (texts: object): unknown[] =>
    Object.values(texts).flatMap((value) =>
      typeof value === 'string' ? [] : isPluralForms(value) ? [value] : counted(value),
    )
  const found = counted(en)
  expect(found).toContain(en.articleCount)
  expect(found.every((forms) => JSON.stringify(forms).includes('{count}'))).toBe(true)
})
