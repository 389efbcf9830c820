import { expect, test } from 'vitest'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import { relatedIn } from './related.ts'

const HARVEST = [
  article('harvest', { publishedAt: '2025-07-01' }),
  article('panen', { publishedAt: '2025-07-02', lang: 'id', translationOf: 'harvest' }),
  article('panen-jawa', { publishedAt: '2025-07-09', lang: 'jv', translationOf: 'harvest' }),
  article('budget', { publishedAt: '2025-07-03' }),
]
const namesOf = (edition: ReturnType<typeof editionOf>) =>
  Object.fromEntries(
    edition.articles.map(({ slug, translations }) => [slug, translations.map(({ slug }) => slug)]),
  )

test('the original and its translations know each other, by language', () => {
  expect(namesOf(editionOf(HARVEST))).toEqual({
    harvest: ['panen', 'panen-jawa'],
    panen: ['harvest', 'panen-jawa'],
    'panen-jawa': ['harvest', 'panen'],
    budget: [],
  })
})

test('one that is not published yet is named by none', () => {
  expect(namesOf(editionOf(HARVEST, { at: new Date('2025-07-05') }))).toEqual({
    harvest: ['panen'],
    panen: ['harvest'],
    budget: [],
  })
})

test('two translations know each other though their original is withdrawn', () => {
  const [, ...others] = HARVEST
  const withdrawn = { at: '2025-07-10', reason: 'Wrong.' }
  expect(
    namesOf(editionOf([article('harvest', { publishedAt: '2025-07-01', withdrawn }), ...others])),
  ).toEqual({
    panen: ['panen-jawa'],
    'panen-jawa': ['panen'],
    budget: [],
  })
})

test('a translation is nothing to read after the article', () => {
  const edition = editionOf(HARVEST)
  for (const one of edition.articles.filter(({ slug }) => slug !== 'budget')) {
    expect(relatedIn(edition.articles, 5)(one).map(({ slug }) => slug)).toEqual(['budget'])
  }
})
