import { expect, test } from 'vitest'
import { follow, type Followed, readFollowed, renew, unfollow } from './followed.ts'

const one = (page: string): Followed => ({
  ...{ page, name: 'World', lang: 'en', feed: `${page}feed.json`, xml: 'https://x.example/rss.xml' },
  ...{ html: 'https://x.example/', seenAt: 7 },
})

function storage(held = '[]'): Storage {
  const items = new Map([['followed', held]])
  return {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
    setItem: (key: string, value: string) => items.set(key, value),
  } as unknown as Storage
}

test('what is followed stands once, in the order in which it was begun, and leaves no trace', () => {
  const device = storage()
  for (const page of ['/a/', '/b/', '/a/']) expect(follow(one(page), device)).toBe('kept')
  expect(readFollowed(device).map(({ page }) => page)).toEqual(['/b/', '/a/'])
  for (const page of ['/a/', '/b/', '/c/']) unfollow(page, device)
  expect(device.getItem('followed')).toBeNull()
})

test('what was found out is noted of what is still followed alone', () => {
  const device = storage()
  follow(one('/a/'), device)
  renew('/a/', { etag: 'x', items: [{ path: '/a/1/', title: 'One', lang: 'en', publishedAt: 1 }] }, device)
  renew('/b/', { etag: 'y' }, device)
  expect(readFollowed(device)).toMatchObject([{ page: '/a/', etag: 'x', items: [{ title: 'One' }] }])
})

test.each([
  ['no JSON', '{['],
  ['no list', '{"page":"/a/"}'],
  ['nothing in it', '[null, 1, "x"]'],
  ['a script for a page', JSON.stringify([{ ...one('/a/'), page: 'javascript:alert(1)' }])],
  ['another host for a feed', JSON.stringify([{ ...one('/a/'), feed: '//evil.example/feed.json' }])],
  ['no name', JSON.stringify([{ ...one('/a/'), name: undefined }])],
])('%s in the storage is passed over', (_, held) => {
  expect(readFollowed(storage(held))).toEqual([])
})

test('damaged articles of one are passed over, and it stays', () => {
  const items = [{ path: 'javascript:alert(1)', title: 'x', lang: 'en', publishedAt: 1 }, null]
  expect(readFollowed(storage(JSON.stringify([{ ...one('/a/'), items }])))[0]?.items).toEqual([])
  expect(readFollowed(storage(JSON.stringify([{ ...one('/a/'), items: 7 }])))).toHaveLength(1)
})
