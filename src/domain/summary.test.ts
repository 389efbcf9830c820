import { expect, test } from 'vitest'
import { article, category, editionOf } from '../../tests/support/newsroom.ts'
import { lastModified } from './summary.ts'

const NOTE = { at: '2025-07-09T08:00Z', note: 'x' }

test('the last change is the newest of all, wherever it stands', () => {
  const { summaries } = editionOf([
    article('updated', { publishedAt: '2025-05-01T08:00Z', updatedAt: '2025-07-16T08:00Z' }),
    article('new', { publishedAt: '2025-07-05T08:00Z' }),
    article('corrected', { publishedAt: '2025-04-01T08:00Z', corrections: [NOTE] }),
  ])
  expect(lastModified(summaries)).toEqual(new Date('2025-07-16T08:00Z'))
  expect(lastModified([])).toBeUndefined()
})

test.each([
  ['a body', { words: 900, digest: 'other', bodyImages: [] }, true],
  ['a tag', { frontMatter: article('x', { tags: ['Other'] }).frontMatter }, true],
  ['a title', { frontMatter: article('x', { title: 'Other' }).frontMatter }, false],
  ['a correction', { frontMatter: article('x', { corrections: [NOTE] }).frontMatter }, false],
])('%s may change or not what lists show', (_, change, stays) => {
  const [before] = editionOf([article('x')]).summaries
  const [after] = editionOf([{ ...article('x'), ...change }]).summaries
  expect(JSON.stringify(after) === JSON.stringify(before)).toBe(stays)
})

test('every list of an edition has the same summary of an article', () => {
  const edition = editionOf([article('x', { tags: ['Harbour'], category: 'world' })], {
    categories: [category('world')],
  })
  const lists = [edition.summaries, edition.headlines, edition.trending.articles]
  const indexed = [edition.byCategory, edition.byTag, edition.byAuthor, edition.byMonth]
  for (const [one] of [...lists, ...indexed.flatMap((index) => [...index.values()])]) {
    expect(one).toBe(edition.summaries[0])
  }
})
