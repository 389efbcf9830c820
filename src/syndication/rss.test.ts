import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { AWKWARD_TEXTS, FEED, feedAuthor, feedOfText, ITEM } from '../../tests/support/feed.ts'
import { mustBeWellFormed } from '../../tests/support/xml.ts'
import type { Feed } from './feed.ts'
import { writeRss } from './rss.ts'

type Tree = Record<string, unknown>

/** The channel as a feed reader sees it: texts as they are, no guesses at numbers. */
async function read(feed: Partial<Feed> = {}): Promise<{ channel: Tree; items: Tree[]; rss: Tree }> {
  const xml = await writeRss({ ...FEED, ...feed })
  mustBeWellFormed(xml)
  expect(xml.isWellFormed()).toBe(true)
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => ['item', 'category', 'dc:creator'].includes(name),
  })
  const { rss } = parser.parse(xml) as { rss: Tree & { channel: Tree } }
  return { rss, channel: rss.channel, items: (rss.channel.item ?? []) as Tree[] }
}

describe('texts', () => {
  test.each(AWKWARD_TEXTS)('%s comes back as it was, or clean', async (_case, text, expected) => {
    const { channel, items } = await read(feedOfText(text))
    expect(channel).toMatchObject({ title: expected, description: expected, image: { title: expected } })
    expect(items[0]).toMatchObject({
      title: expected,
      'content:encoded': `<p>${expected}</p>`,
      'dc:creator': [expected, 'Budi', expected],
      category: [expected, 'Politics'],
      'media:content': { 'media:description': expected, 'media:credit': expected },
    })
  })

  test('a summary is HTML to readers of feeds, and shows what was written', async () => {
    const { items } = await read({ items: [{ ...ITEM, summary: 'a < b & "c"' }] })
    expect(items[0]?.description).toBe('a &lt; b &amp; &quot;c&quot;')
  })
})

test('the channel names its page, its own address, its picture and its language', async () => {
  const { channel } = await read()
  expect(channel).toMatchObject({
    link: 'https://warta.example/',
    language: 'en',
    lastBuildDate: 'Sat, 05 Jul 2025 01:00:00 GMT',
    image: { url: 'https://warta.example/logo.png', title: 'Warta', link: 'https://warta.example/' },
    'atom:link': {
      '@_href': 'https://warta.example/rss.xml',
      '@_rel': 'self',
      '@_type': 'application/rss+xml',
    },
  })
})

test('the hubs are named, and no other', async () => {
  const { channel } = await read({ hubs: ['https://hub.example/?a=1&b=2', 'https://other.example/'] })
  const links = channel['atom:link'] as Tree[]
  expect(links.filter((link) => link['@_rel'] === 'hub').map((link) => link['@_href'])).toEqual([
    'https://hub.example/?a=1&b=2',
    'https://other.example/',
  ])
})

test('a browser finds the stylesheet, before anything else', async () => {
  expect(await writeRss({ ...FEED, style: '/a&b/feed.css' })).toMatch(
    /^<\?xml [^?]+\?>\s*<\?xml-stylesheet type="text\/css" href="\/a&amp;b\/feed\.css"\?>\s*<rss /,
  )
})

test('an article in another language than the feed says so', async () => {
  const { items } = await read({ items: [ITEM, { ...ITEM, language: 'id' }] })
  expect(items.map((item) => item['dc:language'])).toEqual([undefined, 'id'])
})

test('each prefix has its namespace', async () => {
  const { rss } = await read()
  expect(rss).toMatchObject({
    '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
    '@_xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    '@_xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    '@_xmlns:media': 'http://search.yahoo.com/mrss/',
  })
})

test('a guid is no address, so that an item that moves is not new', async () => {
  const { items } = await read()
  expect(items[0]?.guid).toEqual({ '#text': ITEM.id, '@_isPermaLink': 'false' })
  expect(items[0]?.link).toBe(ITEM.url)
})

test('the summary stands before the whole text, which some readers take for it otherwise', async () => {
  const { items } = await read()
  const names = Object.keys(items[0] ?? {})
  expect(names.indexOf('description')).toBeGreaterThan(-1)
  expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
})

test('the whole text comes as HTML, whatever it holds', async () => {
  const html = '<p class="a">1 &lt; 2 &amp;&amp; ]]&gt;</p>\n<pre><code>  a ]]> b\n</code></pre>'
  const { items } = await read({ items: [{ ...ITEM, html }] })
  expect(items[0]?.['content:encoded']).toBe(html)
})

test('an item has its date, its picture with its size, and every author and category', async () => {
  const { items } = await read({
    items: [{ ...ITEM, authors: ['A', 'B'].map(feedAuthor), categories: ['C', 'D'] }],
  })
  expect(items[0]).toMatchObject({
    pubDate: 'Fri, 04 Jul 2025 15:13:00 GMT',
    'dc:creator': ['A', 'B'],
    category: ['C', 'D'],
    'media:content': {
      '@_url': ITEM.image?.url,
      '@_type': 'image/jpeg',
      '@_medium': 'image',
      '@_width': '1200',
      '@_height': '675',
      'media:description': 'A view',
      'media:credit': 'Ani',
    },
  })
})

test('an item that was changed since says when, and no other does', async () => {
  const { items } = await read({ items: [ITEM, { ...ITEM, modifiedAt: ITEM.publishedAt }] })
  expect(items.map((item) => item['atom:updated'])).toEqual(['2025-07-05T01:00:00.000Z', undefined])
})

test('what an item has not is not there', async () => {
  const { image: _image, ...without } = ITEM
  const { items } = await read({ items: [{ ...without, authors: [], categories: [] }] })
  for (const name of ['media:content', 'dc:creator', 'category', 'author', 'enclosure']) {
    expect(items[0]).not.toHaveProperty(name)
  }
})

test('a picture without a credit has none', async () => {
  const image = { url: 'https://warta.example/a.jpg', type: 'image/jpeg', width: 4, height: 3, alt: 'A' }
  const { items } = await read({ items: [{ ...ITEM, image }] })
  expect(items[0]?.['media:content']).not.toHaveProperty('media:credit')
})

test('items keep their order, and each its own texts', async () => {
  const { items } = await read({
    items: ['a', 'b', 'c'].map((name) => ({
      ...ITEM,
      id: name,
      title: name,
      authors: [feedAuthor(`by ${name}`)],
    })),
  })
  expect(items.map((item) => [item.title, item['dc:creator']])).toEqual([
    ['a', ['by a']],
    ['b', ['by b']],
    ['c', ['by c']],
  ])
})

test('an empty feed is a feed', async () => {
  const { channel, items } = await read({ items: [], updatedAt: undefined })
  expect(items).toEqual([])
  expect(channel).toMatchObject({ title: 'Warta', link: 'https://warta.example/' })
  expect(channel).not.toHaveProperty('lastBuildDate')
})

test('the same feed has the same bytes', async () => {
  expect(await writeRss(FEED)).toBe(await writeRss(structuredClone(FEED)))
})
