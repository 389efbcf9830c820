import { expect, test } from 'vitest'
import { article, editionOf } from '../../tests/support/newsroom.ts'
import type { ArticleEntry } from './article.ts'
import { neighboursOf } from './neighbours.ts'

/** Slugs of the articles before and after one, as a reader walks the section. */
function around(slug: string, entries: ArticleEntry[], at?: Date): (string | undefined)[] {
  const edition = editionOf(entries, at ? { at } : {})
  const found = edition.articles.find((other) => other.slug === slug)
  if (!found) throw new Error(`${slug} is not published`)
  const { previous, next } = neighboursOf(found, edition)
  return [previous?.slug, next?.slug]
}

const on = (day: string, category = 'politics') =>
  article(`of-${day}`, { publishedAt: `2025-07-${day}`, category })
const days = ['01', '02', '03', '04'].map((day) => on(day))

test.each([
  ['of-01', [undefined, 'of-02']],
  ['of-02', ['of-01', 'of-03']],
  ['of-04', ['of-03', undefined]],
])('%s stands between %j, whatever the order of the files', (slug, expected) => {
  expect(around(slug, days)).toEqual(expected)
  expect(around(slug, days.toReversed())).toEqual(expected)
})

test('an article alone in its section has none', () => {
  expect(around('of-05', [...days, on('05', 'economy')])).toEqual([undefined, undefined])
})

test('other sections are passed over', () => {
  const entries = [on('01'), on('02', 'economy'), on('03')]
  expect(around('of-03', entries)).toEqual(['of-01', undefined])
})

test('what is published later is none before its moment', () => {
  expect(around('of-02', days, new Date('2025-07-02T12:00Z'))).toEqual(['of-01', undefined])
})

test('a new article changes what is shown beside the newest one alone', () => {
  const before = days.map(({ slug }) => around(slug, days))
  const after = days.map(({ slug }) => around(slug, [...days, on('05')]))
  expect(after.slice(0, -1)).toEqual(before.slice(0, -1))
  expect(after.at(-1)).toEqual(['of-03', 'of-05'])
})

test('articles of one moment follow one another by slug, each once', () => {
  const entries = ['b', 'a', 'c'].map((slug) => article(slug, { publishedAt: '2025-07-04T10:00' }))
  expect(entries.map(({ slug }) => [slug, ...around(slug, entries)])).toEqual([
    ['b', 'c', 'a'],
    ['a', 'b', undefined],
    ['c', undefined, 'b'],
  ])
})
