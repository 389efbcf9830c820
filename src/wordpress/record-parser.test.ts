import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from '../../bench/growth.ts'
import { itemOf } from './item.ts'
import { type ChannelRecord, RecordParser } from './record-parser.ts'

const WP =
  'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
const channel = (inner: string, namespaces = WP) =>
  `<?xml version="1.0"?>\n<rss ${namespaces}><channel>${inner}</channel></rss>`

function read(xml: string, size = xml.length): ChannelRecord[] {
  const parser = new RecordParser()
  const records: ChannelRecord[] = []
  for (let at = 0; at < xml.length; at += size) records.push(...parser.push(xml.slice(at, at + size)))
  records.push(...parser.end())
  return records
}

const one = (inner: string, namespaces?: string) =>
  itemOf(read(channel(`<item>${inner}</item>`, namespaces))[0] as ChannelRecord)

test.each(['1.0', '1.1', '1.2', '1.3'])(
  'the namespace of version %s, by http and by https, with any prefix',
  (version) => {
    for (const scheme of ['http', 'https']) {
      const namespace = `${scheme}://wordpress.org/export/${version}/`
      expect(one('<wp:post_id>7</wp:post_id>', `xmlns:wp="${namespace}"`).id).toBe('7')
      expect(one('<x:post_id>7</x:post_id>', `xmlns:x="${namespace}"`).id).toBe('7')
      expect(
        one('<e:encoded>x</e:encoded><wp:post_id/>', `xmlns:e="${namespace}excerpt/" xmlns:wp="${namespace}"`)
          .excerpt,
      ).toBe('x')
    }
  },
)

test('CDATA in pieces, entities, and a piece of the file that ends anywhere', () => {
  const xml = channel(
    '<item><title>A &amp; B &#8211; é</title><content:encoded><![CDATA[a ]]]]><![CDATA[> b]]></content:encoded><wp:post_id>1</wp:post_id></item>',
  )
  for (const size of [1, 2, 3, 7, xml.length]) {
    const item = itemOf(read(xml, size)[0] as ChannelRecord)
    expect([item.title, item.content, item.id]).toEqual(['A & B – é', 'a ]]> b', '1'])
  }
})

test('control characters go, and are counted', () => {
  const [record] = read(channel('<item><title>a\u0007b&#8;\u000b</title><wp:post_id>1</wp:post_id></item>'))
  expect(record?.controlCharacters).toBe(2)
  expect(itemOf(record as ChannelRecord).title).toBe('ab&#8;')
})

test('markup that nobody escaped, and entities of HTML, stay in the title', () => {
  const { title } = one('<title>One <em>two</em> &nbsp;</title><wp:post_id>1</wp:post_id>')
  expect(title).toBe('One <em>two</em> &nbsp;')
})

const start = `${channel('<item><title>é</title></item>').replace('</channel></rss>', '')}\n`

test.each([
  ['cut off in an item', `${start}<item><title>x`, 'line 3, column 15, byte'],
  ['cut off in the channel', start, 'line 3, column 1, byte'],
  ['a tag closed by another', `${start}<item></title>`, 'line 3, column 15, byte'],
])('%s is told with its place', (_case, xml, place) => {
  const bytes = Buffer.byteLength(xml)
  expect(() => read(xml, 5)).toThrow(`${place} ${bytes}: `)
})

test.each([
  [
    'a field',
    '<item>\n<content:encoded><![CDATA[',
    'x'.repeat(20),
    'line 4, column 18: <content:encoded> has no end',
  ],
  ['elements', '<item>', '<x>', 'line 3, column 91, byte'],
  ['items', '', '<item>', 'line 3, column 175, byte'],
])('%s without an end are told where they begin, in linear time', (_case, before, piece, place) => {
  const parseAll = (count: number) =>
    expect(() => read(start + before + piece.repeat(count), 64 * 1024)).toThrow(place)
  expect(growthOf(parseAll, 50_000)).toBeLessThan(MOST_OF_LINEAR)
})

const fieldOf = (inner: string, rest = '<content:encoded><![CDATA[After]]></content:encoded>') => {
  const xml = channel(`<item><title>${inner}</title>${rest}<wp:post_id>1</wp:post_id></item>`)
  // Wherever a piece of the file ends.
  return [1, 3, 7, 50, xml.length].map((size) => {
    const item = itemOf(read(xml, size)[0] as ChannelRecord)
    expect(item.id).toBe('1')
    return [item.title, item.content]
  })
}

test.each([
  ['a bare &', 'Tom & Jerry & Co.', 'Tom & Jerry & Co.'],
  ['& without an end', 'a &copy b &# c &; d', 'a &copy b &# c &; d'],
  ['an address in an attribute', '<a href="?a=1&b=2">x</a>', '<a href="?a=1&b=2">x</a>'],
  ['an escaped &', 'Tom &amp; Jerry', 'Tom & Jerry'],
  ['a sign for less', '1 < 2 <3', '1 < 2 <3'],
  ['tags of HTML that do not end', 'One<br>two <img src="x">', 'One<br>two <img src="x">'],
  ['CDATA that ends too early', '<![CDATA[a ]]> b & <p>c ]]>', 'a ]]> b & <p>c '],
  ['and again', '<![CDATA[a ]]> b ]]> c ]]>', 'a ]]> b ]]> c '],
  ['CDATA in two parts', '<![CDATA[a ]]]]><![CDATA[> b]]>', 'a ]]> b'],
  ['CDATA and words behind it', '<![CDATA[a]]> b', 'a b'],
])('%s reads as WordPress reads it', (_case, inner, expected) => {
  for (const [title, content] of fieldOf(inner)) {
    expect(title).toBe(expected)
    expect(content).toBe('After')
  }
})

test('what is whole before a fault comes through first', () => {
  const parser = new RecordParser()
  expect([...parser.push(`${start}<item></title>`)]).toEqual([])
  const records = parser.end()
  expect(records.next().value?.name).toBe('item')
  expect(() => records.next()).toThrow('line 3')
})

test.each([
  [
    'a DOCTYPE, and entities that grow',
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
    'declares a DOCTYPE',
  ],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"/>', 'an Atom feed'],
  ['RDF', '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', 'an RSS 1.0 feed'],
  ['a sitemap', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', 'a sitemap'],
  ['a plain feed', '<rss><channel><item/></channel></rss>', 'an RSS feed, not a WordPress export'],
  ['another version', channel('<wp:wxr_version>2.0</wp:wxr_version>'), 'of version "2.0"'],
  ['other XML', '<a/>', 'an XML file of another kind, <a>'],
])('%s is named for what it is', (_case, xml, message) => {
  expect(() => read(xml)).toThrow(message)
})
