import { describe, expect, test } from 'vitest'
import { AWKWARD_TEXTS, FEED, feedOfText, ITEM } from '../../tests/support/feed.ts'
import { parseJsonFeed } from '../../tests/support/json-feed.ts'
import type { Feed } from './feed.ts'
import { writeJsonFeed } from './json-feed.ts'

const read = (feed: Partial<Feed> = {}) => parseJsonFeed(writeJsonFeed({ ...FEED, ...feed }))

describe('texts', () => {
  test.each(AWKWARD_TEXTS)('%s comes back as it was, or clean', (_case, text, expected) => {
    const feed = read(feedOfText(text))
    expect(feed).toMatchObject({ title: expected, description: expected, authors: [{ name: expected }] })
    expect(feed.items[0]).toMatchObject({
      title: expected,
      summary: expected,
      content_html: `<p>${expected}</p>`,
      authors: [{ name: expected }, { name: 'Budi' }, { name: expected }],
      tags: [expected, 'Politics'],
    })
  })
})

test('an item has its address, dates and picture', () => {
  expect(read().items[0]).toMatchObject({
    id: ITEM.id,
    url: ITEM.url,
    date_published: '2025-07-04T15:13:00.000Z',
    date_modified: '2025-07-05T01:00:00.000Z',
    image: ITEM.image?.url,
    authors: [{ name: 'Budi', url: 'https://warta.example/author/budi/' }],
  })
})

test('the feed names itself and its hubs', () => {
  expect(read().feed_url).toBe(FEED.addresses.json)
  expect(read()).not.toHaveProperty('hubs')
  expect(read({ hubs: ['https://hub.example/'] }).hubs).toEqual([
    { type: 'WebSub', url: 'https://hub.example/' },
  ])
})

test('an item in another language than the feed says so', () => {
  const { items } = read({ items: [ITEM, { ...ITEM, language: 'id' }] })
  expect(items.map(({ language }) => language)).toEqual([undefined, 'id'])
})

test('what an item has not is not there', () => {
  const { image: _image, ...without } = ITEM
  const [item] = read({ items: [{ ...without, authors: [], categories: [] }] }).items
  for (const name of ['image', 'authors', 'tags']) expect(item).not.toHaveProperty(name)
})

test('an empty feed is a feed', () => {
  expect(read({ items: [], updatedAt: undefined }).items).toEqual([])
})
