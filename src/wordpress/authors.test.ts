import { expect, test } from 'vitest'
import { term, wordpressItem } from '../../tests/support/wordpress-item.ts'
import { authorOf, authorsOf } from './authors.ts'
import type { XmlRecord } from './record-parser.ts'

function record(texts: Record<string, string>): XmlRecord {
  const children = Object.entries(texts).map(([name, text]) => ({
    name: `wp:author_${name}`,
    text,
    attributes: {},
    children: [],
  }))
  return { name: 'wp:author', text: '', attributes: {}, children }
}

test.each([
  [
    'the name that readers saw',
    { login: ' ani ', display_name: 'Ani &amp; Co', first_name: 'A' },
    { id: 'ani', name: 'Ani & Co' },
  ],
  [
    'the names in parts',
    { login: 'ani', display_name: '', first_name: 'Ani', last_name: 'Wijaya' },
    { id: 'ani', name: 'Ani Wijaya' },
  ],
  ['no name', { login: 'ani' }, { id: 'ani', name: '' }],
])('an author whom the export lists has %s', (_, texts, author) => {
  expect(authorOf(record(texts))).toEqual(author)
})

test('one without a name to sign in by is none', () => {
  expect(authorOf(record({ display_name: 'Ani' }))).toBeUndefined()
})

test.each([
  ['whoever filed it', { creator: 'ani', terms: [term('category', 'City')] }, [{ id: 'ani', name: '' }]],
  [
    'the guests that Co-Authors Plus names, without whoever filed it',
    { creator: 'ani', terms: [term('author', 'Budi', 'cap-budi'), term('author', 'Citra', '')] },
    [
      { id: 'budi', name: 'Budi' },
      { id: 'Citra', name: 'Citra' },
    ],
  ],
  ['nobody', { creator: '', terms: [term('author', '', 'cap-x')] }, []],
])('an item is by %s', (_, fields, authors) => {
  expect(authorsOf(wordpressItem(fields))).toEqual(authors)
})
