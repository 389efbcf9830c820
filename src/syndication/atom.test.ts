import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { AWKWARD_TEXTS, FEED, feedAuthor, feedOfText, ITEM } from '../../tests/support/feed.ts'
import { mustBeWellFormed } from '../../tests/support/xml.ts'
import { writeAtom } from './atom.ts'
import type { Feed } from './feed.ts'

type Tree = Record<string, unknown>

/** The feed as a feed reader sees it: texts as they are, no guesses at numbers. */
function read(feed: Partial<Feed> = {}): { feed: Tree; entries: Tree[] } {
  const xml = writeAtom({ ...FEED, ...feed })
  mustBeWellFormed(xml)
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => ['entry', 'category', 'author', 'link'].includes(name),
  })
  const tree = parser.parse(xml) as { feed: Tree }
  return { feed: tree.feed, entries: (tree.feed.entry ?? []) as Tree[] }
}

describe('texts', () => {
  test.each(AWKWARD_TEXTS)('%s comes back as it was, or clean', (_case, text, expected) => {
    const { feed, entries } = read(feedOfText(text))
    expect(feed).toMatchObject({ title: expected, subtitle: expected, author: [{ name: expected }] })
    expect(entries[0]).toMatchObject({
      title: expected,
      summary: expected,
      content: { '#text': `<p>${expected}</p>`, '@_type': 'html' },
      author: [{ name: expected }, { name: 'Budi' }, { name: expected }],
      category: [{ '@_term': expected }, { '@_term': 'Politics' }],
      'media:content': { 'media:description': expected, 'media:credit': expected },
    })
  })

  test('blanks at the edges of the text stay', () => {
    const { entries } = read({ items: [{ ...ITEM, html: '\n  <pre>a\n b</pre>\n' }] })
    expect(entries[0]?.content).toMatchObject({ '#text': '\n  <pre>a\n b</pre>\n' })
  })
})

test('the feed has what RFC 4287 wants of one', () => {
  const { feed } = read({ hubs: ['https://hub.example/?a=1&b=2'] })
  expect(feed).toMatchObject({
    '@_xmlns': 'http://www.w3.org/2005/Atom',
    '@_xml:lang': 'en',
    id: 'https://warta.example/',
    updated: '2025-07-05T01:00:00.000Z',
    author: [{ name: 'Warta' }],
    logo: 'https://warta.example/logo.png',
    link: [
      { '@_rel': 'self', '@_href': FEED.addresses.atom, '@_type': 'application/atom+xml' },
      { '@_rel': 'alternate', '@_href': FEED.page, '@_type': 'text/html' },
      { '@_rel': 'hub', '@_href': 'https://hub.example/?a=1&b=2' },
    ],
  })
})

test('an entry has what RFC 4287 wants of one, and its picture', () => {
  const { entries } = read({ items: [{ ...ITEM, authors: ['A', 'B'].map(feedAuthor) }] })
  expect(entries[0]).toMatchObject({
    id: ITEM.id,
    link: [{ '@_rel': 'alternate', '@_href': ITEM.url }],
    published: '2025-07-04T15:13:00.000Z',
    updated: '2025-07-05T01:00:00.000Z',
    author: [
      { name: 'A', uri: 'https://warta.example/author/budi/' },
      { name: 'B', uri: 'https://warta.example/author/budi/' },
    ],
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

test('an entry in another language than the feed says so', () => {
  const { entries } = read({ items: [ITEM, { ...ITEM, language: 'id' }] })
  expect(entries.map((entry) => entry['@_xml:lang'])).toEqual([undefined, 'id'])
})

test('an empty feed is a feed, with a date that no clock gives it', () => {
  const { feed, entries } = read({ items: [], updatedAt: undefined })
  expect(entries).toEqual([])
  expect(feed).toMatchObject({ title: 'Warta', updated: '1970-01-01T00:00:00.000Z' })
})

test('a browser finds the stylesheet, before anything else', () => {
  expect(writeAtom(FEED)).toMatch(
    /^<\?xml [^?]+\?>\s*<\?xml-stylesheet type="text\/css" href="\/feed\.css"\?>\s*<feed /,
  )
})

test('the same feed has the same bytes', () => {
  expect(writeAtom(FEED)).toBe(writeAtom(structuredClone(FEED)))
})
