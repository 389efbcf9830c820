import { expect, test } from 'vitest'
import type { Item } from './item.ts'
import { momentOf } from './moment.ts'

const EXPORTED = new Date('2020-01-01T00:00:00Z')
const NONE = '0000-00-00 00:00:00'

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
  const item = { date: '', dateGmt: '', pubDate: '', modified: '', modifiedGmt: '', ...fields } as Item
  expect(momentOf(item, 'Asia/Jakarta', EXPORTED)).toEqual({ iso, guessed })
})
