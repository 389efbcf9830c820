import { expect, test } from 'vitest'
import type { EntryRecord } from '#moving-in/record.ts'
import { WordPressReader } from './reader.ts'
import { RecordParser } from './record-parser.ts'

const NS =
  'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'

/** The entry of an item of these elements. */
function entry(elements: string): EntryRecord {
  const parser = new RecordParser()
  const xml = `<rss ${NS}><channel><item>${elements}<wp:post_type>post</wp:post_type></item></channel></rss>`
  const reader = new WordPressReader(
    { timeZone: 'UTC', articleTypes: new Set() },
    { map: () => new Map(), set: () => new Set() },
  )
  const [record] = [...parser.push(xml), ...parser.end()].flatMap((one) => [...reader.recordsOf(one)])
  if (record?.record !== 'entry') throw new Error('no entry')
  return record
}

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`

test.each([
  ['its excerpt', `<excerpt:encoded>Own</excerpt:encoded>${meta('_yoast_wpseo_metadesc', 'Seo')}`, 'Own'],
  ['what Yoast keeps', meta('_yoast_wpseo_metadesc', 'Seo, 5% off'), 'Seo, 5% off'],
  ['what Rank Math keeps', meta('rank_math_description', 'Seo'), 'Seo'],
  ['nothing, as Yoast fills in a pattern', meta('_yoast_wpseo_metadesc', '%%excerpt%% of %%sitename%%'), ''],
  ['nothing, as Rank Math does', meta('rank_math_description', '%excerpt%'), ''],
  [
    'the next, where one is a pattern',
    meta('_yoast_wpseo_metadesc', '%%title%%') + meta('rank_math_description', 'R'),
    'R',
  ],
])('it is described by %s', (_case, elements, expected) => {
  expect(entry(elements).description).toBe(expected)
})

test.each([
  [
    'its own',
    meta('_thumbnail_id', '7') + meta('_yoast_wpseo_opengraph-image', 'https://x.example/a.jpg'),
    { id: '7' },
  ],
  [
    'Yoast’s for social media',
    meta('_yoast_wpseo_opengraph-image', 'https://x.example/a.jpg'),
    { address: 'https://x.example/a.jpg' },
  ],
  [
    'Yoast’s by number',
    meta('_yoast_wpseo_opengraph-image-id', '8') +
      meta('_yoast_wpseo_opengraph-image', 'https://x.example/a.jpg'),
    { id: '8', address: 'https://x.example/a.jpg' },
  ],
  ['Rank Math’s', meta('_thumbnail_id', '-1') + meta('rank_math_facebook_image_id', '9'), { id: '9' }],
  ['none', meta('_thumbnail_id', '0'), undefined],
])('its lead picture is %s', (_case, elements, lead) => {
  expect(entry(elements).lead).toEqual(lead)
})

test.each([
  [
    'a podcast’s sound comes at the end',
    'Text.',
    ['https://x.example/1.mp3\n123\naudio/mpeg'],
    'Text.\n\n<audio src="https://x.example/1.mp3"></audio>',
  ],
  [
    'each of several, once',
    '',
    ['https://x.example/1.mp3', 'https://x.example/2.mp3', 'https://x.example/1.mp3'],
    '\n\n<audio src="https://x.example/1.mp3"></audio>\n\n<audio src="https://x.example/2.mp3"></audio>',
  ],
  [
    'and not where the text has it',
    'https://x.example/1.mp3',
    ['https://x.example/1.mp3\n1\naudio/mpeg'],
    'https://x.example/1.mp3',
  ],
])('%s', (_case, content, enclosures, html) => {
  const elements = enclosures.map((value) => meta('enclosure', value)).join('')
  const { body } = entry(`<content:encoded><![CDATA[${content}]]></content:encoded>${elements}`)
  expect(body({ upload: () => undefined, ownUploads: () => [] }).html).toBe(html)
})

test.each([
  ['its link', '<link>https://x.example/a/</link><wp:post_name>b</wp:post_name>', ['https://x.example/a/']],
  ['its name, without a link', '<wp:post_name>b</wp:post_name><wp:post_id>7</wp:post_id>', ['/b/', '/?p=7']],
  ['its number, without either', '<wp:post_id>7</wp:post_id>', ['/?p=7']],
])('it was found by %s', (_case, elements, addresses) => {
  expect(entry(elements).oldAddresses).toEqual(addresses)
})
