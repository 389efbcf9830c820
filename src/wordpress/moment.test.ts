import { expect, test } from 'vitest'
import { momentOf } from '#moving-in/moment.ts'
import { type ChannelRecord, RecordParser } from './record-parser.ts'
import { WordPressReader } from './reader.ts'

const EXPORTED = new Date('2020-01-01T00:00:00Z')
const NONE = '0000-00-00 00:00:00'
const TAGS: Record<string, string> = {
  date: 'wp:post_date',
  dateGmt: 'wp:post_date_gmt',
  modifiedGmt: 'wp:post_modified_gmt',
  pubDate: 'pubDate',
}

test.each([
  [
    'by UTC',
    { dateGmt: '2019-03-04 01:15:00', date: '2019-03-04 09:15:00' },
    '2019-03-04T08:15:00+07:00',
    false,
  ],
  [
    'by the feed',
    { dateGmt: NONE, pubDate: 'Mon, 04 Mar 2019 01:15:00 +0000' },
    '2019-03-04T08:15:00+07:00',
    false,
  ],
  [
    'in the outlet’s zone',
    { dateGmt: NONE, date: '2019-03-04 08:15:00', pubDate: 'Mon, 30 Nov -0001 00:00:00 +0000' },
    '2019-03-04T08:15:00+07:00',
    false,
  ],
  [
    'by its last change',
    { date: NONE, dateGmt: NONE, modifiedGmt: '2019-05-01 00:00:00' },
    '2019-05-01T07:00:00+07:00',
    true,
  ],
  ['by the export', { date: '2019-02-30 00:00:00', pubDate: 'soon' }, '2020-01-01T07:00:00+07:00', true],
])('%s', (_case, fields, iso, guessed) => {
  const elements = Object.entries(fields).map(([name, text]) => `<${TAGS[name]}>${text}</${TAGS[name]}>`)
  expect(momentOf(entryOf(elements.join('')), 'Asia/Jakarta', EXPORTED)).toEqual({ iso, guessed })
})

function entryOf(elements: string) {
  const xml = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>${elements}<wp:post_type>post</wp:post_type></item></channel></rss>`
  const parser = new RecordParser()
  const [record] = [...parser.push(xml), ...parser.end()]
  const options = { timeZone: 'Asia/Jakarta', articleTypes: new Set<string>() }
  const reader = new WordPressReader(options, { map: () => new Map(), set: () => new Set() })
  const [entry] = reader.recordsOf(record as ChannelRecord)
  if (entry?.record !== 'entry') throw new Error('no entry')
  return entry
}
