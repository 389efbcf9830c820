import { expect, test } from 'vitest'
import { article, siteWith } from '../../tests/support/newsroom.ts'
import { buildEdition } from './edition.ts'
import { isSaidIn, languageFor, languagesOf, siteIn } from './languages.ts'
import { linksFor } from './links.ts'
import type { SiteInput } from './site.ts'

const coast = (languages: SiteInput['languages'], locale = 'id') =>
  siteWith({ locale, articleLanguage: locale, url: 'https://x.example/daily/', languages })
const EN = { locale: 'en', path: 'en' }

test.each([
  // What is in the very language, in a country's or a script's form of one, and in none that has a chrome.
  ['en', [EN], 'en'],
  ['en-GB', [EN], 'en'],
  ['id', [EN], ''],
  ['jv', [EN], ''],
  ['en', [{ locale: 'en-GB', path: 'gb' }, EN], 'en'],
  ['en-GB', [EN, { locale: 'en-GB', path: 'gb' }], 'gb'],
  ['en-AU', [{ locale: 'en-GB', path: 'gb' }, EN], 'gb'],
  [
    'zh-TW',
    [
      { locale: 'zh', path: 'zh' },
      { locale: 'zh-Hant', path: 'hant' },
    ],
    'hant',
  ],
  [
    'zh-CN',
    [
      { locale: 'zh-Hant', path: 'hant' },
      { locale: 'zh', path: 'zh' },
    ],
    'zh',
  ],
  ['zh-TW', [{ locale: 'zh', path: 'zh' }], 'zh'],
  ['en', [], ''],
])('what is in %s is shown, of %o beside Indonesian, in /%s', (tag, languages, path) => {
  expect(languageFor(tag, coast(languages)).path).toBe(path)
})

test('of two forms of one language that of the main one stays there', () => {
  const site = coast([{ locale: 'pt-PT', path: 'pt' }], 'pt-BR')
  expect(['pt', 'pt-BR', 'pt-PT', 'pt-AO'].map((tag) => languageFor(tag, site).path)).toEqual([
    '',
    '',
    'pt',
    '',
  ])
})

test('an article has one address, whoever links to it', () => {
  const site = coast([EN])
  const own = { slug: 'tide', category: { slug: 'city' }, lang: 'en' }
  for (const language of languagesOf(site)) {
    const links = linksFor(site, language)
    expect(links.article(own)).toBe('/daily/en/city/tide/')
    expect(links.markdown(own)).toBe('/daily/en/city/tide.md')
    expect(links.article({ ...own, lang: undefined })).toBe('/daily/city/tide/')
    expect([links.searchIndexes(), links.card('a'), links.root()]).toEqual([
      ...['/daily/pagefind/', '/daily/cards/a.png', '/daily/'],
    ])
  }
})

test('all that an outlet has in each language lies below its folder', () => {
  const site = coast([EN])
  const links = linksFor(site, EN)
  expect([
    ...[
      links.front(),
      links.category('city', 2),
      links.tag('a'),
      links.feed(links.front()),
      links.feedList(),
    ],
    ...[links.search(), links.tickerFragment(), links.manifest(), links.month('2025-07')],
  ]).toEqual([
    ...[
      '/daily/en/',
      '/daily/en/city/page/2/',
      '/daily/en/tag/a/',
      '/daily/en/rss.xml',
      '/daily/en/feeds.opml',
    ],
    ...[
      '/daily/en/search/',
      '/daily/en/fragments/ticker/',
      '/daily/en/site.webmanifest',
      '/daily/en/archive/2025/07/',
    ],
  ])
})

test('what is given for a language stands in the place of the main one’s, and the rest is said to be that', () => {
  const site = coast([{ ...EN, name: 'The Coast', menu: [] }])
  const english = siteIn(site, EN)
  expect(english).toMatchObject({ locale: 'en', articleLanguage: 'en', name: 'The Coast', menu: [] })
  expect(english.tagline).toBe(site.tagline)
  expect((['name', 'menu', 'tagline'] as const).map((word) => isSaidIn(site, EN, word))).toEqual([
    true,
    true,
    false,
  ])
  expect(siteIn(site, { locale: 'id', path: '' })).toMatchObject({ name: site.name, articleLanguage: 'id' })
})

test('articles that name no language are shown in that of the config, and the main one’s feeds say the main one', () => {
  const site = siteWith({ locale: 'id', articleLanguage: 'en-GB', languages: [EN] })
  expect(languagesOf(site).map((language) => siteIn(site, language).articleLanguage)).toEqual(['id', 'en-GB'])
  const newsroom = {
    articles: [article('a'), article('b', { lang: 'id' })],
    authors: [],
    series: [],
    pages: [],
  }
  const slugsIn = languagesOf(site).map((language) =>
    buildEdition(
      {
        ...newsroom,
        authors: [{ slug: 'budi-santoso', name: 'Budi', verified: false, links: [] }],
        categories: [
          { slug: 'politics', name: 'Politics' },
          { slug: 'empty', name: 'Empty' },
        ],
      },
      { site, at: new Date('2030-01-01'), language },
    ),
  )
  expect(slugsIn.map(({ articles }) => articles.map(({ slug }) => slug))).toEqual([['b'], ['a']])
  // A section is there in a further language as soon as an article is.
  expect(slugsIn.map(({ categories }) => categories.map(({ slug }) => slug))).toEqual([
    ['empty', 'politics'],
    ['politics'],
  ])
  // Its name is in the language of the articles, which is not that of the main one here.
  expect(slugsIn.map(({ categories }) => categories.at(-1)?.lang)).toEqual(['en-GB', undefined])
})
