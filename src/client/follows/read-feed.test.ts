import { expect, test } from 'vitest'
import { readFeed } from './read-feed.ts'

const FEED = {
  home_page_url: 'https://news.example/daily/world/',
  feed_url: 'https://news.example/daily/world/feed.json',
  language: 'en',
}
const item = (over: object = {}) => ({
  url: 'https://news.example/daily/world/a/',
  title: 'A',
  date_published: '2025-06-01T00:00:00Z',
  ...over,
})
const AT = Date.parse('2025-06-01T00:00:00Z')

test('of a feed the newest five articles are read', () => {
  const items = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    item({ title: `On the ${day}`, date_published: `2025-06-0${day}T00:00:00Z` }),
  )
  const feed = readFeed({ ...FEED, items }, '/daily/')
  expect(feed).toMatchObject({ page: '/daily/world/', feed: '/daily/world/feed.json' })
  expect(feed?.items.map(({ title }) => title)).toEqual([7, 6, 5, 4, 3].map((day) => `On the ${day}`))
})

test.each([
  [
    'the language of the feed',
    item(),
    [{ path: '/daily/world/a/', title: 'A', lang: 'en', publishedAt: AT }],
  ],
  [
    'its own language',
    item({ language: 'id' }),
    [{ path: '/daily/world/a/', title: 'A', lang: 'id', publishedAt: AT }],
  ],
  [
    'another host',
    item({ url: 'https://mirror.example/daily/b/' }),
    [{ path: '/daily/b/', title: 'A', lang: 'en', publishedAt: AT }],
  ],
  ['an address of another outlet', item({ url: 'https://news.example/weekly/a/' }), []],
  ['an address that names a host in its path', item({ url: 'https://news.example//evil.example/' }), []],
  ['a script for an address', item({ url: 'javascript:alert(1)' }), []],
  ['no address', item({ url: undefined }), []],
  ['no title', item({ title: 7 }), []],
  ['no date', item({ date_published: 'soon' }), []],
  ['nothing', null, []],
])('an item with %s', (_, one, items) => {
  expect(readFeed({ ...FEED, items: [one] }, '/daily/')?.items).toEqual(items)
})

test.each([
  ['null', null],
  ['a text', 'feed'],
  ['a feed without items', FEED],
  ['a feed of another outlet', { ...FEED, home_page_url: 'https://news.example/', items: [] }],
  ['a feed without an address', { ...FEED, feed_url: undefined, items: [] }],
])('%s is no feed of the outlet', (_, json) => {
  expect(readFeed(json, '/daily/')).toBeUndefined()
})
