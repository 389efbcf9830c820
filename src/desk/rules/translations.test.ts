import { expect, test } from 'vitest'
import { articleFile, problemAt, problemsOf } from '../../../tests/support/temporary-newsroom.ts'
import { checkTranslations } from './translations.ts'

const ORIGINAL = { 'articles/harvest.md': articleFile() }
const translation = (fields: Record<string, string> = {}) =>
  articleFile({ lang: 'id', translationOf: 'harvest', ...fields })

test('a translation of an article into another language passes, and so does one into a third', async () => {
  const files = {
    ...ORIGINAL,
    'articles/panen.md': translation(),
    'articles/panen-jawa/index.md': translation({ lang: 'jv' }),
  }
  expect(await problemsOf(checkTranslations, files)).toEqual([])
})

test.each([
  ['of an unknown article', { translationOf: 'harvets' }, 'Did you mean "harvest"?'],
  ['of itself', { translationOf: 'panen' }, 'no translation of itself'],
  ['in the same language', { lang: 'en-GB' }, '"harvest" is in en-GB too'],
  ['of a translation', { lang: 'jv', translationOf: 'other' }, 'Name its original: harvest'],
  [
    'into a language that has one',
    { translationOf: 'harvest' },
    'articles/other.md is the translation into id already',
  ],
])('%s', async (_case, fields, advice) => {
  const files = { ...ORIGINAL, 'articles/other.md': translation(), 'articles/panen.md': translation(fields) }
  expect(await problemsOf(checkTranslations, files)).toEqual([problemAt('articles/panen.md:8:16', advice)])
})

test('the language of the outlet counts where an article names none', async () => {
  const files = { ...ORIGINAL, 'articles/again.md': articleFile({ translationOf: 'harvest' }) }
  expect(await problemsOf(checkTranslations, files)).toEqual([
    problemAt('articles/again.md:7:16', '"harvest" is in en too. Say in "lang"'),
  ])
})
