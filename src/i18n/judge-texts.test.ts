import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { id } from './id.ts'
import { faultsOfTexts, missingForms } from './judge-texts.ts'

const faults = (texts: unknown, locale = 'ms') =>
  faultsOfTexts(texts, locale).map(({ path, message }) => [path.join('.'), message])

test.each([
  ['texts of one word', { latest: 'Terkini', kinds: { news: 'Berita' } }],
  ['plural forms', { articleCount: { other: '{count} rencana' } }],
  ['no text at all', {}],
  ['English', en],
  ['Indonesian', id],
])('nothing is wrong with %s', (_, texts) => {
  expect(faults(texts)).toEqual([])
})

test.each([
  [
    'a key that there is none of',
    { latset: 'x' },
    'latset',
    '"latset" is not a text. Did you mean "latest"?',
  ],
  ['one far from all others', { somethingElse: 'x' }, 'somethingElse', '"somethingElse" is not a text.'],
  ['one in a group', { kinds: { new: 'x' } }, 'kinds.new', 'Did you mean "news"?'],
  ['one that every object has', { toString: 'x' }, 'toString', '"toString" is not a text.'],
  ['a number', { latest: 7 }, 'latest', '"latest" is 7, but must be text'],
  ['a text in place of a group', { kinds: 'x' }, 'kinds', '"kinds" must be a group of texts'],
  ['a list in place of a group', { kinds: ['x'] }, 'kinds', '"kinds" must be a group of texts'],
  ['an empty text', { latest: '' }, 'latest', '"latest" must hold a letter or a digit.'],
  ['two lines', { latest: 'a\nb' }, 'latest', '"latest" must be one line'],
  ['a lost value', { moreFrom: 'Lagi' }, 'moreFrom', '"moreFrom" lacks {section}'],
  ['a value of another text', { latest: '{section}' }, 'latest', '"latest" has {section}, for which'],
  ['half a brace', { latest: 'a } b' }, 'latest', '"latest" has a brace'],
  ['a text in place of plural forms', { articleCount: 'x' }, 'articleCount', 'must have plural forms'],
  ['no form for the rest', { articleCount: { one: '{count}' } }, 'articleCount', '"other" at least'],
  [
    'a form that there is none of',
    { articleCount: { other: '{count}', mani: 'x' } },
    'articleCount.mani',
    'is not a plural form. Did you mean "many"?',
  ],
  ['a form without its number', { articleCount: { other: 'x' } }, 'articleCount.other', 'lacks {count}'],
  ['no texts', 7, '', 'What this file exports must be a group of texts'],
])('%s is told', (_, texts, path, message) => {
  expect(faults(texts)).toEqual([[path, expect.stringContaining(message)]])
})

test('a value that is misspelt is told with the one that is meant', () => {
  expect(faults({ moreFrom: 'Lagi {sectoin}' })).toEqual([
    ['moreFrom', '"moreFrom" lacks {section}, in whose place a value is put.'],
    ['moreFrom', '"moreFrom" has {sectoin}, for which there is no value. Did you mean {section}?'],
  ])
})

test.each([
  ['ar', { zero: 'لا', one: 'مقال', two: 'مقالان', few: '{count}', other: '{count}' }, []],
  ['ru', { one: 'x', other: '{count}' }, ['articleCount.one']],
  ['en', { one: 'one article', other: '{count}' }, []],
  ['fr', { one: 'un article', other: '{count}' }, ['articleCount.one']],
])('in %s a form of one number alone may say it in a word: %j', (locale, articleCount, wrong) => {
  expect(faults({ articleCount }, locale).map(([path]) => path)).toEqual(wrong)
})

test.each([
  ['ms', { other: '{count}' }, []],
  ['en', { other: '{count}' }, ['one']],
  ['pl', { one: '{count}', other: '{count}' }, ['many', 'few']],
  ['fr', { one: '{count}', other: '{count}' }, []],
])('in %s %j lacks %j', (locale, articleCount, forms) => {
  expect(missingForms({ articleCount }, locale)).toEqual(
    forms.length > 0 ? [{ path: ['articleCount'], forms }] : [],
  )
})

const DRAFTS = 'docs/texts'

test.each(readdirSync(DRAFTS))('the draft %s is sound', async (file) => {
  const { default: texts } = (await import(/* @vite-ignore */ resolve(DRAFTS, file))) as { default: unknown }
  expect(faults(texts, file.replace(/\.ts$/, ''))).toEqual([])
})
