import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseOpml } from 'feedsmith'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { parse } from 'yaml'
import { FEED_FILES } from '#domain/feed-format.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import {
  mustPassXmllint,
  type ReadFeed,
  readByFeedparser,
  readByFeedsmith,
  readByNewsboat,
  readByRssParser,
} from '../support/feed-readers.ts'
import { elementsOf, textOf } from '../support/html.ts'
import { parseJsonFeed } from '../support/json-feed.ts'
import { blank } from '../support/pages.ts'
import { filesOf, FIXTURE, FIXTURE_BASE, FIXTURE_DIST, readFixture } from '../support/sites.ts'
import { mustBeWellFormed } from '../support/xml.ts'

const FRONT = `https://fixture.example${FIXTURE_BASE}`
const HUB = 'https://hub.fixture.example/?a=1&b=2'

let files: string[]
/** Every feed, by its file. */
let feeds: string[]

beforeAll(async () => {
  files = await filesOf(FIXTURE_DIST)
  feeds = files.filter((file) => FEED_FILES.some((name) => name === basename(file)))
})

const xmlFeeds = () => feeds.filter((file) => file.endsWith('.xml'))
const onDisk = (file: string) => join(FIXTURE_DIST, file)

test('the site, each section, author, series, live coverage and much used tag, corrections and breaking news have all three formats', () => {
  const folders = [
    '',
    ...['city', 'empty', 'sport', 'world'].map((category) => `${category}/`),
    ...['007', 'ana', 'budi'].map((author) => `author/${author}/`),
    'corrections/',
    'feeds/breaking/',
    'series/far-away/',
    ...['sport/rowing-club/', 'world/river-walk/'],
    ...['field', 'town', 'trade'].map((tag) => `tag/${tag}/`),
  ]
  const expected = folders.flatMap((folder) => FEED_FILES.map((name) => folder + name))
  expect([...feeds].sort()).toEqual([...expected].sort())
})

describe('every feed', () => {
  test('is XML to saxes and to xmllint, or passes the schema of JSON Feed', async () => {
    for (const file of feeds) {
      const text = await readFixture(file)
      if (file.endsWith('.xml')) mustBeWellFormed(text)
      else expect(parseJsonFeed(text).feed_url).toBe(FRONT + file)
    }
    mustPassXmllint([...xmlFeeds(), 'feeds.opml'].map(onDisk))
  })

  test('is the same to feedsmith in each format: itself, its hub, its items', async () => {
    for (const file of feeds.filter((file) => basename(file) === 'feed.json')) {
      const [json, ...others] = await Promise.all(
        ['feed.json', 'rss.xml', 'atom.xml'].map(async (name) => {
          const path = file.replace('feed.json', name)
          const read = readByFeedsmith(await readFixture(path))
          expect(read.self).toBe(FRONT + path)
          expect(read.hubs).toEqual([HUB])
          return trimmed(read)
        }),
      )
      for (const other of others) expect(other, file).toEqual(json)
    }
  })

  test('is the same to feedparser, which finds no fault in it', async () => {
    const read = readByFeedparser(xmlFeeds().map((file) => resolve(onDisk(file))))
    for (const [i, file] of xmlFeeds().entries()) {
      const { fault, version, ...feed } = read[i] ?? { fault: 'not read', version: '', title: '', items: [] }
      expect(fault, file).toBeNull()
      expect(version).toBe(file.endsWith('rss.xml') ? 'rss20' : 'atom10')
      expect(trimmed(feed), file).toEqual(trimmed(readByFeedsmith(await readFixture(file))))
    }
  })

  test('is the same to rss-parser', async () => {
    for (const file of xmlFeeds()) {
      const text = await readFixture(file)
      const { title, items } = readByFeedsmith(text)
      const read = await readByRssParser(text)
      expect(read.title).toBe(title)
      expect(read.items.map((item) => ({ ...item, html: item.html?.trim() }))).toEqual(
        items.map(({ id, title, url, at, authors, html }) => ({
          id,
          title,
          url,
          at,
          author: authors[0],
          html: html.trim(),
        })),
      )
    }
  })

  test('has no address but whole ones, of its own site only such as are there', async () => {
    const anchors = new Set<string>()
    for (const file of feeds) {
      const { items } = readByFeedsmith(await readFixture(file))
      for (const { html, url } of items) {
        const elements = elementsOf(html)
        const written = elements.flatMap(({ properties }) => [properties.src, properties.href])
        for (const address of [url, ...written].map(String).filter((text) => text !== 'undefined')) {
          const { href, hash } = new URL(address)
          if (!href.startsWith('https://fixture.example/')) continue
          const path = decodeURI(href.slice(FRONT.length, href.length - hash.length))
          const page = path.replace(/^$|\/$/, '$&index.html')
          expect(files, `${file}: ${address}`).toContain(page)
          if (hash) anchors.add(`${page}${hash}`)
        }
      }
    }
    expect(anchors).toContain('world/harbour-opens/index.html#note-fn-1')
    for (const anchor of anchors) {
      const [page = '', id] = anchor.split('#')
      const ids = elementsOf(await readFixture(page)).map(({ properties }) => properties.id)
      expect(ids, anchor).toContain(id)
    }
  })
})

test('newsboat subscribes, and has the items whole', async () => {
  const url = inject('fixtureUrl')
  const addresses = ['rss.xml', 'world/atom.xml', 'city/rss.xml', 'corrections/atom.xml'].map(
    (file) => url + file,
  )
  for (const address of addresses) {
    const read = readByNewsboat(address, resolve('.cache/test/newsboat'))
    const { items } = readByFeedsmith(await readFixture(address.slice(url.length)))
    expect(items.length).toBeGreaterThan(1)
    expect(
      read.map(({ guid, pubDate }) => [guid, pubDate * 1000]),
      address,
    ).toEqual(items.map(({ id, at }) => [id, at]))
    for (const [i, item] of read.entries()) {
      expect(item).toMatchObject({ title: items[i]?.title, url: items[i]?.url })
      expect(item.content.trim()).toBe(items[i]?.html.trim())
      // Of several authors it keeps one.
      expect(items[i]?.authors.join(', ')).toContain(item.author)
      expect(item.author === '').toBe(items[i]?.authors.length === 0)
    }
  }
})

describe('an article', () => {
  test('is in the feed as its file has it', async () => {
    const { items } = readByFeedsmith(await readFixture('atom.xml'))
    const names: Record<string, string> = { ana: 'Ana Tes', budi: "Budi O'Hara", '007': '007' }
    expect(items).toHaveLength(6)
    for (const { id, title, at, authors, summary } of items) {
      const slug = id.replace('tag:fixture.example,2025:', '')
      const source = readSource(slug)
      expect(title).toBe(source.title)
      expect(summary).toBe(source.description)
      expect(at).toBe(parseMoment(source.publishedAt, 'Asia/Jayapura')?.getTime())
      expect(authors).toEqual(source.authors.map((author) => names[author]))
    }
  })

  test('has every paragraph of its page', async () => {
    for (const folder of ['world', 'city', 'sport']) {
      for (const { url, html } of readByFeedsmith(await readFixture(`${folder}/rss.xml`)).items) {
        const page = elementsOf(await readFixture(`${url.slice(FRONT.length)}index.html`))
        const prose = page.find(({ properties }) => String(properties.className).includes('prose'))
        const paragraphs = elementsOf(html).filter(({ tagName }) => tagName === 'p')
        const own = within(prose, 'p').map(textOf)
        expect(own.length, url).toBeGreaterThan(0)
        expect(paragraphs.map(textOf), url).toEqual(expect.arrayContaining(own))
      }
    }
  })

  test('has its lead picture with size and credit, beside the text and in it', async () => {
    const item = parseJsonFeed(await readFixture('world/feed.json')).items.find(({ url }) =>
      url.endsWith('/harbour-opens/'),
    )
    const [figure, image] = elementsOf(item?.content_html ?? '')
    expect(textOf(figure)).toBe('Sea and sky, drawn for the tests. Picture: Fixture graphics')
    expect(image?.properties.src).toBe(item?.image)
    for (const file of ['world/rss.xml', 'world/atom.xml']) {
      const [media = ''] = /<media:content[\s\S]*?<\/media:content>/.exec(await readFixture(file)) ?? []
      expect(media).toContain(`url="${item?.image}"`)
      expect(media).toContain(`width="${image?.properties.width}"`)
      expect(media).toContain('<media:credit>Fixture graphics</media:credit>')
    }
  })
})

describe('the list of feeds', () => {
  /** But for that of live coverage which is over. */
  const inList = () => feeds.filter((file) => !file.startsWith('world/river-walk/'))

  test('links to every feed in every format', async () => {
    const links = elementsOf(await readFixture('feeds/index.html')).map(({ properties }) => properties.href)
    expect(links).toEqual(expect.arrayContaining(inList().map((file) => FIXTURE_BASE + file)))
    expect(links).toContain(`${FIXTURE_BASE}feeds.opml`)
  })

  test('is there for feed readers too, in OPML', async () => {
    const { body } = parseOpml(await readFixture('feeds.opml'))
    const listed = (body?.outlines ?? []).flatMap(({ outlines = [] }) => outlines)
    expect(listed.map(({ xmlUrl }) => xmlUrl).sort()).toEqual(
      inList()
        .filter((file) => file.endsWith('rss.xml'))
        .map((file) => FRONT + file),
    )
    for (const { xmlUrl = '', title } of listed)
      expect(title).toBe(readByFeedsmith(await readFixture(xmlUrl.slice(FRONT.length))).title)
  })
})

test.each([
  ['index.html', ['']],
  ['world/index.html', ['world/', '']],
  ['city/page/1/index.html', ['city/', '']],
  ['world/harbour-opens/index.html', ['world/', '']],
  ['author/ana/index.html', ['author/ana/', '']],
  ['series/far-away/index.html', ['series/far-away/', '']],
  ['corrections/index.html', ['corrections/', '']],
  ['tag/town/index.html', ['tag/town/', '']],
  ['tag/harbour/index.html', ['']],
  ['about/index.html', ['']],
])('the head of %s names its feeds', async (file, folders) => {
  const alternates = elementsOf(await readFixture(file)).filter(
    ({ tagName, properties }) =>
      tagName === 'link' && String(properties.rel) === 'alternate' && properties.type !== 'text/markdown',
  )
  const types = ['application/rss+xml', 'application/atom+xml', 'application/feed+json']
  expect(alternates.map(({ properties }) => [properties.href, properties.type])).toEqual(
    folders.flatMap((folder) => FEED_FILES.map((name, i) => [FIXTURE_BASE + folder + name, types[i]])),
  )
})

test('the key that search engines ask for is served', async () => {
  expect(await readFixture('0123456789abcdef.txt')).toBe('0123456789abcdef')
})

test.each(['rss.xml', 'atom.xml'])(
  'a browser that opens %s shows what it is and what it holds',
  async (file) => {
    const page = await blank({ viewport: { width: 360, height: 740 } })
    const url = inject('fixtureUrl') + file
    // As most servers serve files of this name.
    const body = await readFixture(file)
    await page.route(url, (route) => route.fulfill({ body, contentType: 'application/xml' }))
    await page.goto(url)
    const { notice, shown, hidden, wide } = await page.evaluate(() => {
      const root = document.documentElement
      const all = [...document.querySelectorAll('*')]
      const isShown = (element: Element) => element.getClientRects().length > 0
      return {
        notice: getComputedStyle(root, '::before').content,
        shown: all.filter(isShown).map(({ textContent }) => textContent),
        hidden: all.filter((element) => !isShown(element)).map(({ localName }) => localName),
        wide: root.scrollWidth > innerWidth,
      }
    })
    expect(notice).toContain('This is a feed')
    expect(notice).toContain(`${FRONT}feeds/`)
    const { items } = readByFeedsmith(body)
    for (const { title } of items) expect(shown).toContain(title)
    expect(hidden).toEqual(expect.arrayContaining([file === 'rss.xml' ? 'encoded' : 'content', 'category']))
    expect(wide).toBe(false)
  },
)

function trimmed({ items, ...feed }: ReadFeed) {
  return {
    title: feed.title,
    items: items.map((item) => ({ ...item, summary: asText(item.summary), html: item.html.trim() })),
  }
}

/** Of a summary that is HTML in one format and text in another. */
function asText(summary: string): string {
  return summary
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

interface Source {
  title: string
  description: string
  publishedAt: string
  authors: string[]
}

function readSource(slug: string): Source {
  const folder = join(FIXTURE, 'articles/2025/06')
  const text = readFileSync(join(folder, `${slug}.md`), 'utf8')
  return parse(text.split('---')[1] ?? '') as Source
}

function within(node: unknown, tagName: string): Parameters<typeof textOf>[0][] {
  const { children = [] } = (node ?? {}) as { children?: { tagName?: string }[] }
  return children.flatMap((child) => [
    ...(child.tagName === tagName ? [child as Parameters<typeof textOf>[0]] : []),
    ...within(child, tagName),
  ])
}
