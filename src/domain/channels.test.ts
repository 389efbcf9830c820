import { expect, test } from 'vitest'
import { article, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import { channelsOf, hasTagFeed } from './channels.ts'
import { linksFor } from './links.ts'

const texts = {
  breaking: 'Breaking',
  breakingIntro: 'Now.',
  corrections: 'Corrections',
  correctionsIntro: 'What was wrong',
  articlesOn: (tag: string) => `On ${tag}`,
}
const number = (i: number) => String(i).padStart(4, '0')
const many = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    article(`a-${number(i)}`, {
      publishedAt: new Date(Date.UTC(2025, 0, 1) + i * 3_600_000).toISOString(),
      tags: i < 5 ? ['Tax', 'Rare'].slice(0, i < 4 ? 2 : 1) : [],
      series: i < 3 ? { slug: 'coasts', part: 3 - i } : undefined,
      corrections: i < 2 ? [{ at: `2025-06-0${i + 1}`, note: 'x' }] : [],
    }),
  )

function channels(count: number, site = siteWith({ pageSize: { feed: 30 } })) {
  return channelsOf(editionOf(many(count), { site }), site, linksFor(site), texts)
}

test('all that can be followed is a channel, with the page that it follows', () => {
  expect(channels(6).map(({ kind, title, page }) => [kind, title, page])).toEqual([
    ['site', 'Warta', '/'],
    ['category', 'Politics - Warta', '/politics/'],
    ['series', 'Coasts - Warta', '/series/coasts/'],
    ['author', 'Budi Santoso - Warta', '/author/budi-santoso/'],
    ['corrections', 'Corrections - Warta', '/corrections/'],
    ['breaking', 'Breaking - Warta', '/feeds/breaking/'],
    ['tag', 'Tax - Warta', '/tag/tax/'],
  ])
})

test.each([3, 30, 3000])('of %i articles the newest 30 and no more are in a feed', (count) => {
  const expected = Array.from({ length: Math.min(count, 30) }, (_, i) => `a-${number(count - 1 - i)}`)
  for (const { kind, entries } of channels(count).slice(0, 2)) {
    expect(
      entries.map((entry) => 'slug' in entry && entry.slug),
      kind,
    ).toEqual(expected)
  }
})

test('the feed of a tag holds the newest on it, fewer of them as there are many tags', () => {
  const articles = Array.from({ length: 12 }, (_, i) =>
    article(`t-${number(i)}`, { publishedAt: `2025-07-${String(i + 1).padStart(2, '0')}`, tags: ['Tax'] }),
  )
  const site = siteWith({ feeds: { tagItems: 7 } })
  const all = channelsOf(editionOf(articles, { site }), site, linksFor(site), texts)
  const tag = all.find(({ kind }) => kind === 'tag')
  expect(tag?.entries.map((entry) => 'slug' in entry && entry.slug)).toEqual(
    articles
      .slice(5)
      .reverse()
      .map(({ slug }) => slug),
  )
})

test('the parts of a series come newest first, whatever their numbers; corrections too', () => {
  const [, , series, , corrections] = channels(6)
  expect(series?.entries.map((entry) => 'slug' in entry && entry.slug)).toEqual([
    'a-0002',
    'a-0001',
    'a-0000',
  ])
  expect(corrections?.entries.map((entry) => 'correction' in entry && entry.article.slug)).toEqual([
    'a-0001',
    'a-0000',
  ])
})

test('a tag has a feed from as many articles on as the config says', () => {
  const { articles } = editionOf(many(5))
  expect(hasTagFeed(articles, siteWith())).toBe(true)
  expect(hasTagFeed(articles.slice(1), siteWith())).toBe(false)
  expect(hasTagFeed(articles.slice(1), siteWith({ feeds: { tagMinimum: 4 } }))).toBe(true)
  expect(hasTagFeed(undefined, siteWith())).toBe(false)
  expect(hasTagFeed(articles, siteWith({ output: { tagFeeds: false } }))).toBe(false)
})
