import { describe, expect, test } from 'vitest'
import { addTo, has, type KeptArticle, readList, removeFrom, writeList } from './kept-articles.ts'

function article(path: string): KeptArticle {
  return { path, title: `Title of ${path}`, lang: 'en', category: 'City', date: '1 June 2025' }
}

/** A browser's storage that holds so many characters. */
function storage(room = 1_000_000, held: Record<string, string> = {}): Storage {
  const items = new Map(Object.entries(held))
  return {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('', 'QuotaExceededError')
      items.set(key, value)
    },
  } as unknown as Storage
}

const paths = (list: KeptArticle[] | undefined) => list?.map(({ path }) => path)

test('what is added stands first, once, and can be taken off again', () => {
  const device = storage()
  for (const path of ['/a/', '/b/', '/a/']) expect(addTo('saved', article(path), device)).toBe('kept')
  expect(paths(readList('saved', device))).toEqual(['/a/', '/b/'])
  expect(readList('recent', device)).toEqual([])
  expect(has('saved', '/b/', device)).toBe(true)
  expect(removeFrom('saved', '/b/', device)).toBe('kept')
  expect(has('saved', '/b/', device)).toBe(false)
  expect(writeList('saved', [], device)).toBe('kept')
  expect(device.getItem('articles-saved')).toBeNull()
})

test('thirty articles are remembered as recent, and every saved one', () => {
  const device = storage()
  for (let i = 0; i < 40; i++) {
    addTo('recent', article(`/${i}/`), device)
    addTo('saved', article(`/${i}/`), device)
  }
  expect(readList('recent', device)?.length).toBe(30)
  expect(readList('recent', device)?.[0]?.path).toBe('/39/')
  expect(readList('saved', device)?.length).toBe(40)
})

test('a full storage says so and keeps what it had', () => {
  const device = storage(120)
  expect(addTo('saved', article('/a/'), device)).toBe('kept')
  expect(addTo('saved', article('/b/'), device)).toBe('full')
  expect(paths(readList('saved', device))).toEqual(['/a/'])
})

describe('a storage that is forbidden', () => {
  const forbid = () => {
    throw new DOMException('', 'SecurityError')
  }

  test('where its use is', () => {
    const device = { getItem: forbid, setItem: forbid, removeItem: forbid } as unknown as Storage
    expect(readList('saved', device)).toEqual([])
    expect(addTo('saved', article('/a/'), device)).toBe('forbidden')
  })

  test('where even a look at it is', () => {
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: forbid })
    expect(readList('saved')).toBeUndefined()
    expect(has('saved', '/a/')).toBe(false)
    expect(addTo('saved', article('/a/'))).toBe('forbidden')
    Reflect.deleteProperty(globalThis, 'localStorage')
  })
})

test.each([
  ['no JSON', '{['],
  ['no list', '{"path":"/a/"}'],
  ['null', 'null'],
  ['no articles', '[null, 1, "x", []]'],
  ['a field that is missing', JSON.stringify([{ ...article('/a/'), title: undefined }])],
  ['a script for a path', JSON.stringify([article('javascript:alert(1)')])],
  ['another host', JSON.stringify([article('//evil.example/'), article('/\\evil.example/')])],
])('%s in the storage is passed over', (_, held) => {
  const device = storage(1_000, { 'articles-saved': held })
  expect(readList('saved', device)).toEqual([])
  expect(addTo('saved', article('/b/'), device)).toBe('kept')
})
