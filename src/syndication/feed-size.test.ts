import { expect, test } from 'vitest'
import { FEED, ITEM } from '../../tests/support/feed.ts'
import { fitting } from './feed-size.ts'
import { FORMATS } from '#domain/feed-format.ts'
import { writeFeed } from './write-feed.ts'

const item = (id: string, html: string) => ({ ...ITEM, id, html })
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)

test('texts that fit are all there, to the byte', () => {
  const items = [item('a', '<é>'), item('b', '\n\n\n\n\n')]
  // Ten bytes in XML, where the brackets take four each; twelve in JSON, with the quotation marks.
  expect(idsOf(fitting(items, 22))).toEqual(['a', 'b'])
  expect(idsOf(fitting(items, 21))).toEqual(['a'])
})

test('the oldest go first, and none after one that did not fit', () => {
  const items = [item('new', 'xxxxx'), item('large', 'x'.repeat(100)), item('small', 'x')]
  expect(idsOf(fitting(items, 50))).toEqual(['new'])
})

test('the newest is always there, with its summary where its text alone is too large', () => {
  const [newest, ...others] = fitting([item('a', 'x'.repeat(100)), item('b', 'x')], 50)
  expect(newest).toMatchObject({ id: 'a', html: '<p>What it costs</p>' })
  expect(others).toEqual([])
  expect(fitting([], 50)).toEqual([])
})

test('no feed is larger than 5 MB, whatever the articles hold', async () => {
  const texts = ['x', '"', '<', 'é', '😀', '\\', '\n'].map((sign) => sign.repeat(900_000))
  for (const text of texts) {
    const items = fitting(Array.from({ length: 30 }, (_, i) => item(String(i), text)))
    for (const format of FORMATS) {
      const size = Buffer.byteLength(await writeFeed({ ...FEED, items }, format))
      expect(size, format).toBeLessThan(5_000_000)
    }
  }
})
