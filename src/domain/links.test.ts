import { describe, expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { linksFor } from './links.ts'

const article = { slug: 'xi-putin', category: { slug: 'politics' }, lang: 'en' }

describe.each([
  ['https://warta.example', '/'],
  ['https://warta.example/warta', '/warta/'],
  ['https://warta.example/id/warta/', '/id/warta/'],
])('a site at %s', (url, base) => {
  const links = linksFor(siteWith({ url }))

  test.each([
    [links.front(), ''],
    [links.article(article), 'politics/xi-putin/'],
    [links.category('politics'), 'politics/'],
    [links.category('politics', 3), 'politics/page/3/'],
    [links.tag('asean'), 'tag/asean/'],
    [links.tag('asean', 1), 'tag/asean/page/1/'],
    [links.author('budi'), 'author/budi/'],
    [links.author('budi', 2), 'author/budi/page/2/'],
    [links.archive(), 'archive/'],
    [links.month('2025-07'), 'archive/2025/07/'],
    [links.month('2025-07', 2), 'archive/2025/07/page/2/'],
    [links.series('coasts'), 'series/coasts/'],
    [links.corrections(), 'corrections/'],
    [links.corrections(2), 'corrections/page/2/'],
    [links.correctionsOf(article), 'politics/xi-putin/#corrections'],
    [links.staticPage('about'), 'about/'],
    [links.search(), 'search/'],
    [links.saved(), 'saved/'],
    [links.searchIndexes(), 'pagefind/'],
    [links.feed(links.front()), 'rss.xml'],
    [links.feed(links.front(), 'atom'), 'atom.xml'],
    [links.feed(links.category('politics'), 'json'), 'politics/feed.json'],
    [links.feed(links.author('budi')), 'author/budi/rss.xml'],
    [links.feeds(), 'feeds/'],
    [links.feedList(), 'feeds.opml'],
    [links.feedStyle(), 'feed.css'],
    [links.indexNowKey('0123abcd'), '0123abcd.txt'],
    [links.trendingFragment('politics'), 'fragments/trending/politics/'],
    [links.trendingFragment(), 'fragments/trending/'],
    [links.searchFragment(), 'fragments/search/'],
    [links.tickerFragment(), 'fragments/ticker/'],
    [links.sitemap(), 'sitemap-index.xml'],
    [links.publicFile('/logo.png'), 'logo.png'],
    [links.publicFile('icons/favicon.svg'), 'icons/favicon.svg'],
  ])('has the address %s', (path, belowBase) => {
    expect(path).toBe(base + belowBase)
  })

  test.each([
    ['a path of the site', '/about/#contact', `${base}about/#contact`],
    ['the front page', '/', base],
    ['another site', 'https://asean.org/', 'https://asean.org/'],
    ['another site without a scheme', '//asean.org/', '//asean.org/'],
    ['a mail address', 'mailto:desk@warta.example', 'mailto:desk@warta.example'],
    ['a place on the page', '#notes', '#notes'],
  ])('takes a written link to %s', (_, written, href) => {
    expect(links.written(written)).toBe(href)
  })

  const page = `https://warta.example${base}politics/xi-putin/`
  test.each([
    ['a path of the site', '/about/#contact', `https://warta.example${base}about/#contact`],
    ['a place on the page', '#notes', `${page}#notes`],
    ['a page beside it', '../other/', `https://warta.example${base}politics/other/`],
    ['another site', 'https://asean.org/a', 'https://asean.org/a'],
    ['a mail address', 'mailto:desk@warta.example', 'mailto:desk@warta.example'],
    ['no address', 'http://[', 'http://['],
  ])('takes what is written on a page to %s', (_, written, href) => {
    expect(links.writtenOn(links.article(article))(written)).toBe(href)
  })

  test('makes a path absolute without losing or doubling the base', () => {
    expect(links.absolute(links.article(article))).toBe(`https://warta.example${base}politics/xi-putin/`)
  })
})

test('slugs of other scripts are encoded once', () => {
  const links = linksFor(siteWith())
  expect(links.tag('मुंबई')).toBe('/tag/%E0%A4%AE%E0%A5%81%E0%A4%82%E0%A4%AC%E0%A4%88/')
  expect(links.absolute(links.tag('ё'))).toBe('https://warta.example/tag/%D1%91/')
})
