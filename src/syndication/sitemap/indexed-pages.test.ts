import { expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { article, category, editionOf, siteWith } from '../../../tests/support/newsroom.ts'
import { indexedPages } from './indexed-pages.ts'

const site = siteWith({ url: 'https://warta.example/news/', pageSize: { list: 1 } })

test('every page of an edition is there once, with the last change of what it shows', () => {
  const edition = editionOf(
    [
      article('old', { publishedAt: '2025-06-30T09:00Z', tags: ['Rice'], category: 'economy' }),
      article('new', {
        publishedAt: '2025-07-02T09:00Z',
        series: { slug: 'harvest', part: 1 },
        corrections: [{ at: '2025-07-05T09:00Z', note: 'Wrong.' }],
      }),
      article('gone', {
        publishedAt: '2025-07-03T09:00Z',
        tags: ['Secret'],
        withdrawn: { at: '2025-07-04T09:00Z', reason: 'Wrong.' },
      }),
    ],
    { site, categories: [category('economy'), category('politics'), category('empty')] },
  )
  const pages = indexedPages(edition, site, linksFor(site))
  const dates = pages.map(({ path, modifiedAt }) => [path, modifiedAt?.toISOString().slice(0, 10)])
  expect(Object.fromEntries(dates)).toEqual({
    '/news/': '2025-07-05',
    '/news/archive/': '2025-07-05',
    '/news/trending/': undefined,
    '/news/search/': undefined,
    '/news/feeds/': undefined,
    '/news/economy/old/': '2025-06-30',
    '/news/politics/new/': '2025-07-05',
    '/news/economy/': '2025-06-30',
    '/news/politics/': '2025-07-05',
    '/news/empty/': undefined,
    '/news/tag/rice/': '2025-06-30',
    '/news/author/budi-santoso/': '2025-07-05',
    '/news/author/budi-santoso/page/1/': '2025-06-30',
    '/news/archive/2025/07/': '2025-07-05',
    '/news/archive/2025/': '2025-07-05',
    '/news/archive/2025/06/': '2025-06-30',
    '/news/series/harvest/': '2025-07-05',
    '/news/corrections/': '2025-07-05',
  })
  expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length)
})
