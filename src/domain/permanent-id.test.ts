import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { isId, permanentId, permanentName } from './permanent-id.ts'

test.each([
  ['its name', { slug: 'b', aliases: [] }, 'b'],
  ['the name it had first', { slug: 'c', aliases: ['/politics/a/', '/politics/b/'] }, 'a'],
  ['the same name, though its section was another', { slug: 'a', aliases: ['/economy/a/'] }, 'a'],
  ['the name in an address without a slash at its end', { slug: 'b', aliases: ['/politics/a'] }, 'a'],
  ['a name of another script', { slug: 'b', aliases: ['/politics/%D1%91/'] }, 'ё'],
  ['its name, as a short address is none that it had', { slug: 'b', aliases: ['/a/'] }, 'b'],
  ['its name, as an address with a date is none of here', { slug: 'b', aliases: ['/2024/05/a/'] }, 'b'],
  ['its name, as a number is none', { slug: 'b', aliases: ['/?p=19', '/old/a.html'] }, 'b'],
  ['its name, as a broken escape is none', { slug: 'b', aliases: ['/politics/%zz/'] }, 'b'],
  ['its id, whatever else there is', { id: 'x', slug: 'b', aliases: ['/politics/a/'] }, 'x'],
])('feed readers know an article by %s', (_case, article, name) => {
  expect(permanentName(article)).toBe(name)
})

test('a name becomes a tag URI of the outlet, an address stays as it is', () => {
  const site = siteWith()
  expect(permanentId({ slug: 'a', aliases: [] }, site)).toBe('tag:warta.example,2025:a')
  const imported = { id: 'http://old.example/?p=19', slug: 'a', aliases: [] }
  expect(permanentId(imported, site)).toBe('http://old.example/?p=19')
})

test('an outlet that has moved to another domain keeps its ids', () => {
  const moved = siteWith({ url: 'https://new.example/', feeds: { idHost: 'warta.example' } })
  expect(permanentId({ slug: 'a', aliases: [] }, moved)).toBe('tag:warta.example,2025:a')
})

test.each(['a', 'a-1', 'ё', 'https://old.example/?p=19', 'urn:uuid:1', 'tag:a.example,2020:b'])(
  '%s can be an id',
  (id) => {
    expect(isId(id)).toBe(true)
  },
)

test.each(['', 'A b', 'a b:c', 'Title', '?p=19', '/politics/a/', 'http:'])('"%s" can be no id', (id) => {
  expect(isId(id)).toBe(false)
})
