import { describe, expect, test } from 'vitest'
import { article, author, category, editionOf, series, siteWith } from '../../tests/support/newsroom.ts'
import { channelsOf } from './channels.ts'
import type { Edition } from './edition.ts'
import { linksFor } from './links.ts'
import { movedOf } from './moved.ts'
import { everyMoved } from './moved-below.ts'
import { oldPathsIn } from './old-paths.ts'

const site = siteWith({ url: 'https://x.example/daily/', pageSize: { list: 2 }, feeds: { tagMinimum: 2 } })
const links = linksFor(site)
const every = (edition: Edition) =>
  Object.fromEntries(
    everyMoved(movedOf(edition, links), edition, site, links).map(({ from, to }) => [from, to]),
  )
const tagged = (tags: string[], count = 6) =>
  Array.from({ length: count }, (_, i) => article(`a${i}`, { tags, publishedAt: `2025-07-0${i + 1}` }))

test('an author, a series and a tag lead on with their numbered pages', () => {
  const articles = tagged(['Water']).map((entry) => ({
    ...entry,
    frontMatter: { ...entry.frontMatter, series: { slug: 'floods', part: Number(entry.slug.slice(1)) + 1 } },
  }))
  const edition = editionOf(articles, {
    authors: [
      author('budi-santoso', { aliases: ['/author/budi/'] }),
      author('ani', { aliases: ['/author/any/'] }),
    ],
    series: [series('floods', { aliases: ['/series/flood'] })],
    tagAliases: { water: ['/tag/air/', '/air.html'] },
  })
  expect(every(edition)).toEqual({
    '/author/budi/': '/daily/author/budi-santoso/',
    '/author/budi/page/1/': '/daily/author/budi-santoso/page/1/',
    '/author/budi/page/2/': '/daily/author/budi-santoso/page/2/',
    '/series/flood': '/daily/series/floods/',
    '/tag/air/': '/daily/tag/water/',
    '/tag/air/page/1/': '/daily/tag/water/page/1/',
    '/tag/air/page/2/': '/daily/tag/water/page/2/',
    '/air.html': '/daily/tag/water/',
  })
})

test.each(['/politik', '/politik/', '/politik/index.html'])(
  'what lay below %s lies below its folder',
  (alias) => {
    const articles = Array.from({ length: 5 }, (_, i) => article(`a${i}`, { category: 'economy' }))
    const edition = editionOf(articles, { categories: [category('economy', { aliases: [alias] })] })
    const below = Object.keys(every(edition)).filter((from) => from !== alias)
    expect(below.every((from) => /^\/politik\/(page\/\d|a\d)\/$/.test(from))).toBe(true)
    expect(below.length).toBeGreaterThan(5)
  },
)

test('a section leads on with every article of it, under each name that it has had', () => {
  const edition = editionOf(
    [
      article('tax', {
        category: 'economy',
        aliases: ['/economy/duty/', '/2024/x/', '/economy/a/b/', '/economy/c.html'],
      }),
      article('gone', {
        category: 'economy',
        withdrawn: { at: '2025-07-05T00:00:00Z', reason: 'It was wrong.' },
      }),
      article('secret', { category: 'economy', draft: true }),
      article('other', { category: 'city', aliases: ['/politik/moved/'] }),
    ],
    {
      categories: [
        category('city'),
        category('economy', { aliases: ['/politik/', '/rubrik/uang/', '/?p=3'] }),
      ],
    },
  )
  expect(every(edition)).toEqual({
    '/politik/': '/daily/economy/',
    '/politik/tax/': '/daily/economy/tax/',
    '/politik/duty/': '/daily/economy/tax/',
    '/politik/gone/': '/daily/economy/gone/',
    '/rubrik/uang/': '/daily/economy/',
    '/?p=3': '/daily/economy/',
    '/politik/moved/': '/daily/city/other/',
    '/economy/duty/': '/daily/economy/tax/',
    '/2024/x/': '/daily/economy/tax/',
    '/economy/a/b/': '/daily/economy/tax/',
    '/economy/c.html': '/daily/economy/tax/',
  })
})

describe('where a tag was before its signs were spoken', () => {
  test.each([
    [['C++'], { '/tag/c/': '/daily/tag/c-plus-plus/' }],
    [['C++', 'C#'], { '/tag/c/': '/daily/tag/c-plus-plus/' }],
    [['C++', 'C'], {}],
    [['R&B', '#MeToo'], {}],
    [['.NET', '50%'], { '/tag/net/': '/daily/tag/dot-net/', '/tag/50/': '/daily/tag/50-percent/' }],
  ])('of %j', (tags, expected) => {
    expect(every(editionOf(tagged(tags, 1)))).toEqual(expected)
  })

  test('what a file says goes before', () => {
    const edition = editionOf(tagged(['C++', 'Water'], 1), { tagAliases: { Water: ['/tag/c/'] } })
    expect(every(edition)).toEqual({ '/tag/c/': '/daily/tag/water/' })
  })
})

test('feeds lie where their pages were, too', () => {
  const edition = editionOf(tagged(['Water', 'C++'], 2), {
    categories: [category('politics', { aliases: ['/politik', '/old.html'] })],
    tagAliases: { Water: ['/topik/air/'] },
  })
  const texts = {
    breaking: 'Breaking',
    breakingIntro: 'Now.',
    corrections: 'C',
    correctionsIntro: 'C',
    articlesOn: (tag: string) => tag,
  }
  const old = channelsOf(edition, site, links, texts).map(({ page, oldPages }) => [page, oldPages])
  expect(Object.fromEntries(old)).toEqual({
    '/daily/': [],
    '/daily/corrections/': [],
    '/daily/feeds/breaking/': [],
    '/daily/politics/': ['/daily/politik/'],
    '/daily/author/budi-santoso/': [],
    '/daily/tag/c-plus-plus/': ['/daily/tag/c/'],
    '/daily/tag/water/': ['/daily/topik/air/'],
  })
})

test.each([
  ['/politik/', ['/politik/x/']],
  ['/politik', ['/politik/x/']],
  ['/politik.html', []],
  ['/category/politik/', []],
  ['/?p=3', []],
])('by the old address %s of a section an article was at %j', (section, paths) => {
  expect(oldPathsIn(section, { slug: 'x', category: { slug: 'economy' }, aliases: [] })).toEqual(paths)
})
