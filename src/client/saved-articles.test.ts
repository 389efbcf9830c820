import { expect, test } from 'vitest'
import { addTo, type KeptArticle, readList } from './kept-articles.ts'
import { listedPaths, moveSaved, noteSaved, setGone } from './saved-articles.ts'

function article(path: string): KeptArticle {
  return { path, title: `Title of ${path}`, lang: 'en', category: 'City', date: '1 June 2025' }
}

function storage(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => items.delete(key),
    setItem: (key: string, value: string) => items.set(key, value),
  } as unknown as Storage
}

test('an article that is no longer published stays on the list as such, until it is again', () => {
  const device = storage()
  for (const path of ['/a/', '/b/']) addTo('saved', article(path), device)
  setGone('/a/', true, device)
  expect(listedPaths('all', device)).toEqual(['/b/', '/a/'])
  expect(listedPaths('published', device)).toEqual(['/b/'])
  setGone('/a/', false, device)
  expect(readList('saved', device)?.at(-1)).toEqual(article('/a/'))
})

test('an article that has moved has its new address in its place, once', () => {
  const device = storage()
  for (const path of ['/a/', '/b/', '/c/']) addTo('saved', article(path), device)
  moveSaved('/b/', '/new/', device)
  expect(listedPaths('all', device)).toEqual(['/c/', '/new/', '/a/'])
  moveSaved('/c/', '/a/', device)
  expect(listedPaths('all', device)).toEqual(['/new/', '/a/'])
})

test('the list says what the page of an article says by now, and nothing of a page that says nothing', () => {
  const device = storage()
  for (const path of ['/a/', '/b/']) addTo('saved', article(path), device)
  setGone('/a/', true, device)
  noteSaved('/a/', { ...article('/a/'), path: '/elsewhere/', title: 'Corrected' }, device)
  noteSaved('/b/', undefined, device)
  noteSaved('/c/', article('/c/'), device)
  expect(readList('saved', device)).toEqual([
    article('/b/'),
    { ...article('/a/'), title: 'Corrected', gone: true },
  ])
})
