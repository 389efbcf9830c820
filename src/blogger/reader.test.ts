import { expect, test } from 'vitest'
import type { Ledger } from '#moving-in/ledger.ts'
import type { EntryRecord, OldRecord } from '#moving-in/record.ts'
import { Album } from './album.ts'
import { FeedParser } from './feed-parser.ts'
import { blogAddresses } from './hosts.ts'
import { labelAddress, pathOf } from './labels.ts'
import { BloggerReader } from './reader.ts'

const FEED =
  "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0' " +
  "xmlns:gd='http://schemas.google.com/g/2005' xmlns:app='http://www.w3.org/2007/app' " +
  "xmlns:blogger='http://schemas.google.com/blogger/2018'>"
const ID = 'tag:blogger.com,1999:blog-1.'
const ledger: Ledger = { map: () => new Map(), set: () => new Set() }

const childrenOf = (xml: string) => {
  const parser = new FeedParser()
  return [...parser.push(xml), ...parser.end()]
}

function records(entries: string, categories: string[] = []): OldRecord[] {
  const reader = new BloggerReader({ site: '', categories }, ledger)
  const children = childrenOf(`${FEED}${entries}</feed>`)
  for (const child of children) reader.look(child)
  return [...reader.site(), ...children.flatMap((child) => [...reader.recordsOf(child)])]
}

function entries(xml: string, categories?: string[]): EntryRecord[] {
  return records(xml, categories).filter((record) => record.record === 'entry')
}

const old = (kind: string, rest: string, id = 'post-11') =>
  `<entry><id>${ID}${id}</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#${kind}'/>${rest}</entry>`
const today = (type: string, rest: string, id = 'post-11') =>
  `<entry><id>${ID}${id}</id><blogger:type>${type}</blogger:type>${rest}</entry>`
const label = (term: string) => `<category scheme='http://www.blogger.com/atom/ns#' term='${term}'/>`

test.each([
  ['of 2008', old('post', ''), 'article', 'public'],
  ['of today', today('POST', '<blogger:status>LIVE</blogger:status>'), 'article', 'public'],
  ['that is a page of 2008', old('page', ''), 'page', 'public'],
  ['that is a page of today', today('PAGE', '<blogger:status>LIVE</blogger:status>'), 'page', 'public'],
  [
    'that is a draft of 2008',
    old('post', '<app:control><app:draft>yes</app:draft></app:control>'),
    'article',
    'draft',
  ],
  ['that is a draft of today', today('POST', '<blogger:status>DRAFT</blogger:status>'), 'article', 'draft'],
  [
    'that is yet to appear',
    today('POST', '<blogger:status>SCHEDULED</blogger:status>'),
    'article',
    'scheduled',
  ],
  ['of a status nobody knows', today('POST', '<blogger:status>ODD</blogger:status>'), 'article', 'draft'],
])('an entry %s', (_case, xml, kind, status) => {
  expect(entries(xml)).toMatchObject([{ kind, status, id: '11', feedId: `${ID}post-11` }])
})

test.each([
  ['a template', old('template', '', 'layout')],
  ['a setting', old('settings', '', 'settings.BLOG_NAME')],
  ['what is in the bin', today('POST', '<blogger:status>SOFT_TRASHED</blogger:status>')],
  [
    'what was put into the bin',
    today(
      'POST',
      '<blogger:status>LIVE</blogger:status><blogger:trashed>2024-01-01T00:00:00Z</blogger:trashed>',
    ),
  ],
  ['a kind nobody knows', today('AD', '')],
])('%s becomes no article, and is told of', (_case, xml) => {
  expect(records(xml).map(({ record }) => record)).toEqual(['site', 'skipped'])
})

test.each([
  [
    'a permalink',
    old('post', "<link rel='alternate' href='http://x.blogspot.com/2012/02/a.html'/>"),
    ['http://x.blogspot.com/2012/02/a.html'],
  ],
  ['a path', today('POST', '<blogger:filename>/2012/02/a.html</blogger:filename>'), ['/2012/02/a.html']],
  ['nothing for a draft', old('post', "<link rel='self' href='http://www.blogger.com/feeds/1'/>"), []],
])('an old address is %s', (_case, xml, addresses) => {
  expect(entries(xml)[0]?.oldAddresses).toEqual(addresses)
})

test.each([
  ['the one that most posts have', [], 'Ekonomi', ['Beras']],
  ['the one that is wanted', ['Olahraga', 'Beras'], 'Beras', ['Ekonomi']],
  ['none where none is wanted of it', ['Olahraga'], undefined, ['Beras', 'Ekonomi']],
])('its category is %s', (_case, wanted, category, tags) => {
  const xml = old('post', label('Beras') + label('Ekonomi')) + old('post', label('Ekonomi'), 'post-12')
  const [first] = entries(xml, wanted)
  expect(first?.category?.id).toBe(category)
  expect(first?.tags.map(({ name }) => name)).toEqual(tags)
})

test.each([
  [
    'of 2008',
    old(
      'comment',
      `<thr:in-reply-to ref='${ID}post-11'/><link rel='related' href='https://www.blogger.com/feeds/1/11/comments/default/31'/><content>b&lt;br&gt;c</content>`,
      'post-32',
    ) +
      old('comment', `<thr:in-reply-to ref='${ID}post-11'/><author><name>Wati</name></author>`, 'post-31') +
      old(
        'comment',
        `<thr:in-reply-to ref='${ID}post-11'/><gd:extendedProperty name='blogger.contentRemoved' value='true'/>`,
        'post-33',
      ) +
      old('post', ''),
  ],
  [
    'of today',
    today(
      'COMMENT',
      `<blogger:parent>${ID}post-11</blogger:parent><blogger:inReplyTo>${ID}post-31</blogger:inReplyTo><blogger:status>LIVE</blogger:status><content>b&lt;br&gt;c</content>`,
      'post-32',
    ) +
      today(
        'COMMENT',
        `<blogger:parent>${ID}post-11</blogger:parent><blogger:inReplyTo/><blogger:status>LIVE</blogger:status><author><name>Wati</name></author>`,
        'post-31',
      ) +
      today(
        'COMMENT',
        `<blogger:parent>${ID}post-11</blogger:parent><blogger:status>DELETED</blogger:status>`,
        'post-33',
      ) +
      today('POST', '<blogger:status>LIVE</blogger:status>'),
  ],
])('comments %s come with their post, wherever they stand', (_case, xml) => {
  expect(entries(xml)[0]?.comments).toMatchObject([
    { id: '32', parent: '31', html: 'b\nc', hidden: undefined },
    { id: '31', parent: '', author: 'Wati', hidden: undefined },
    { id: '33', hidden: 'removed' },
  ])
})

test('a blog answers in all countries of Blogspot, at its own domain, and where its settings say', () => {
  expect(blogAddresses('https://www.kabar.example/x')).toEqual(['https://www.kabar.example/'])
  expect(blogAddresses('http://kabar.blogspot.com/')).toContain('https://kabar.blogspot.co.id/')
  expect(blogAddresses('not an address')).toEqual([])
  const [site] = records(
    old('settings', '<content>www.kabar.example</content>', 'settings.BLOG_CUSTOM_DOMAIN'),
  )
  expect(site).toMatchObject({ record: 'site', addresses: ['https://www.kabar.example/'] })
})

test.each([
  ['https://x.example/2024/05/a.html?m=1', '/2024/05/a.html'],
  ['https://x.example/search/label/Pasar%20%26%20laut?max-results=20', '/search/label/Pasar%20&%20laut'],
  ['https://x.example/search/label/Pasar+ikan', '/search/label/Pasar%20ikan'],
  ['https://x.example/search/label/%E0%A4%A', '/search/label/%E0%A4%A'],
])('%s is the page %s', (address, path) => {
  expect(pathOf(new URL(address))).toBe(path)
})

test('a label with a slash is one step of an address', () => {
  expect(labelAddress('Jawa/Bali 100%')).toBe('/search/label/Jawa%2FBali%20100%25')
})

test.each([
  ['https://blogger.googleusercontent.com/img/b/R29/AVv/w400-h300/Peta%20Kota.JPG', ['Album/Peta Kota.jpg']],
  ['http://3.bp.blogspot.com/-a/T/A/s1600-h/peta+kota.jpg', ['Album/Peta Kota.jpg']],
  ['https://lh3.googleusercontent.com/-x/s320/lain.jpg', ['lain.jpg']],
  ['https://blogger.googleusercontent.com/img/a/AVvX=s320', ['avvx=s320']],
  ['http://photos1.blogger.com/blogger/1/peta%20kota.jpg', ['Album/Peta Kota.jpg']],
  ['https://other.example/s320/peta%20kota.jpg', []],
  ['/2024/05/a.html', []],
])('the picture %s is sought by its name', (address, paths) => {
  const album = new Album(ledger)
  album.add('Album/Peta Kota.jpg')
  album.add('Other/peta kota.jpg')
  expect(album.pathsOf(address)).toEqual(paths)
  expect(album.doubled).toEqual(['peta kota.jpg'])
})

test.each([
  ['nothing', '', 'The file is empty.'],
  ['JSON', '{"db": []}', 'This is JSON, not a Blogger export.'],
  [
    'WordPress',
    `<?xml version="1.0"?>${' '.repeat(70)}<rss version="2.0"><channel/></rss>`,
    'This is RSS, as WordPress exports it',
  ],
  ['an archive', `PK\u0003\u0004${'x'.repeat(80)}`, 'This is a ZIP archive.'],
  ['another feed', `${FEED}<entry><id>a</id></entry></feed>`, 'This is an Atom feed, not a Blogger export.'],
])('%s is refused as a whole', (_case, text, message) => {
  expect(() => {
    const reader = new BloggerReader({ site: '', categories: [] }, ledger)
    for (const child of childrenOf(text)) reader.look(child)
  }).toThrow(message)
})

test.each([
  ['cut off', `${FEED}\n<entry><id>a</id>`, /^line 2, column \d+: the file is cut off within <entry>/],
  ['without ends', `${FEED}${'<b>'.repeat(500_000)}`, /elements lie 30 deep/],
  ['crossed', `${FEED}\n<entry><a></b></entry></feed>`, /^line 2, column \d+: the XML is broken here/],
  ['with a DOCTYPE', `<!DOCTYPE feed [<!ENTITY a "b">]>${FEED}</feed>`, /DOCTYPE/],
])('a file that is %s is told of with its place', (_case, text, message) => {
  expect(() => childrenOf(text)).toThrow(message)
})

test('control characters and entities of HTML do not stop it', () => {
  const [title] = childrenOf(`${FEED}<title>A\u0003B &nbsp; &#x1; C</title></feed>`)
  expect(title?.text).toBe('AB &nbsp; &#x1; C')
})

test('pieces of any size give the same', () => {
  const xml = `${FEED}${old('post', `<title>Judul</title><content>${'kata '.repeat(50)}</content>`)}</feed>`
  const parser = new FeedParser()
  const pieces = [...xml].flatMap((letter) => [...parser.push(letter)])
  expect([...pieces, ...parser.end()]).toEqual(childrenOf(xml))
})
