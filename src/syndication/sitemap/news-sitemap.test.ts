import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { article, editionOf, siteWith, type WrittenFrontMatter } from '../../../tests/support/newsroom.ts'
import { schemaFaults } from '../../../tests/support/xmllint.ts'
import { writeNewsSitemap } from './news-sitemap.ts'

const site = siteWith({ name: 'Warta & Co', url: 'https://warta.example/news/' })
const links = linksFor(site)
const AT = new Date('2025-07-06T12:00:00+07:00')

interface NewsUrl {
  loc: string
  'news:news': {
    'news:publication': { 'news:name': string; 'news:language': string }
    'news:publication_date': string
    'news:title': string
  }
}

function urlsOf(articles: ReturnType<typeof article>[]): NewsUrl[] {
  const xml = writeNewsSitemap(editionOf(articles, { site, at: AT }).articles, AT, site, links)
  if (articles.length > 0) expect(schemaFaults(xml, 'sitemaps.xsd')).toBe('')
  const parser = new XMLParser({ isArray: (name) => name === 'url', parseTagValue: false, trimValues: false })
  return parser.parse(xml).urlset.url
}

function only(fields: Partial<WrittenFrontMatter>): NewsUrl {
  const [url, ...others] = urlsOf([article('budget', { publishedAt: '2025-07-06T09:00', ...fields })])
  expect(others).toEqual([])
  if (!url) throw new Error('not in the sitemap')
  return url
}

test('an article stands there with its outlet, language, first publication and title', () => {
  expect(only({ updatedAt: '2025-07-06T11:00' })).toEqual({
    loc: 'https://warta.example/news/politics/budget/',
    'news:news': {
      'news:publication': { 'news:name': 'Warta & Co', 'news:language': 'en' },
      'news:publication_date': '2025-07-06T09:00:00+07:00',
      'news:title': 'Title of budget',
    },
  })
})

test('only the news of the last 48 hours is there, newest first, and no advertising', () => {
  const urls = urlsOf([
    article('too-old', { publishedAt: '2025-07-04T12:00:00+07:00' }),
    article('just-in', { publishedAt: '2025-07-04T12:00:01+07:00' }),
    article('newest', { publishedAt: '2025-07-06T12:00:00+07:00' }),
    article('embargoed', { publishedAt: '2025-07-06T12:00:01+07:00' }),
    article('bought', { publishedAt: '2025-07-06T11:00', kind: 'sponsored' }),
    article('withdrawn', {
      publishedAt: '2025-07-06T11:00',
      withdrawn: { at: '2025-07-06T11:30', reason: 'Wrong.' },
    }),
  ])
  expect(urls.map(({ loc }) => new URL(loc).pathname)).toEqual([
    '/news/politics/newest/',
    '/news/politics/just-in/',
  ])
})

test('of more than a thousand, the newest are there', () => {
  const day = Array.from({ length: 1001 }, (_, i) =>
    article(`n${i}`, { publishedAt: new Date(AT.getTime() - (i + 1) * 60_000).toISOString() }),
  )
  const urls = urlsOf(day)
  expect(urls.length).toBe(1000)
  expect(urls.at(-1)?.loc).toBe('https://warta.example/news/politics/n999/')
})

describe('a language is a code of two or three letters', () => {
  test.each([
    ['en-US', 'en'],
    ['id', 'id'],
    ['jv', 'jv'],
    ['fil-PH', 'fil'],
    ['zh', 'zh-cn'],
    ['zh-TW', 'zh-tw'],
    ['zh-Hant', 'zh-tw'],
  ])('%s is %s', (lang, code) => {
    expect(only({ lang })['news:news']['news:publication']['news:language']).toBe(code)
  })
})

test('nothing new is an empty sitemap', () => {
  expect(urlsOf([])).toBeUndefined()
})

describe('a title comes through as it is', () => {
  test.each(['<script>alert(1)</script>', 'Salt & pepper ]]> "quoted"', '😀 مرحبا 汉字', 'a'.repeat(200)])(
    '%s',
    (title) => {
      expect(only({ title })['news:news']['news:title']).toBe(title)
    },
  )
})
