import { describe, expect, test } from 'vitest'
import { term, wordpressItem } from '../../tests/support/wordpress-item.ts'
import { chooseCategory } from './choose-category.ts'
import type { Item } from './item.ts'

const NICENAMES = new Map([
  ['3', 'sport'],
  ['4', 'city'],
])
const choose = (fields: Parameters<typeof wordpressItem>[0]) =>
  chooseCategory(wordpressItem(fields), NICENAMES)
const NONE = term('category', 'Uncategorized')
const CITY = term('category', 'City')
const SPORT = term('category', 'Sport')

describe('the category of an item is', () => {
  test.each<[string, Parameters<typeof wordpressItem>[0], string | undefined]>([
    ['the first', { terms: [CITY, SPORT] }, 'city'],
    [
      'the one that Yoast names',
      { terms: [CITY, SPORT], meta: { _yoast_wpseo_primary_category: '3' } },
      'sport',
    ],
    [
      'the one that Rank Math names',
      { terms: [CITY, SPORT], meta: { rank_math_primary_category: ' 3 ' } },
      'sport',
    ],
    [
      'the first where the one named is not its own',
      { terms: [CITY], meta: { _primary_category: '3' } },
      'city',
    ],
    ['the one in its address', { terms: [CITY, SPORT], link: 'https://old.example/sport/cup/' }, 'sport'],
    [
      'the innermost of several in its address',
      { terms: [CITY, SPORT], link: 'https://old.example/city/sport/cup/' },
      'sport',
    ],
    [
      'not one of the name of the item itself',
      { terms: [CITY, SPORT], link: 'https://old.example/sport' },
      'city',
    ],
    ['one that says something', { terms: [NONE, CITY] }, 'city'],
    ['Uncategorized where there is no other', { terms: [NONE] }, 'uncategorized'],
    ['none where it has none', { terms: [term('post_tag', 'Cup')] }, undefined],
  ])('%s', (_, fields, id) => {
    expect(choose(fields).category?.id).toBe(id)
  })

  test('known by its slug, else by one made of its name, else by the name', () => {
    expect(choose({ terms: [term('category', 'Kota &amp; Desa', 'kota-desa')] }).category).toEqual({
      id: 'kota-desa',
      name: 'Kota & Desa',
    })
    expect(choose({ terms: [term('category', 'Kota Tua', '')] }).category?.id).toBe('kota-tua')
    expect(choose({ terms: [term('category', '時事', '')] }).category?.id).toBeTruthy()
  })
})

describe('tags of an item are', () => {
  const names = (terms: Item['terms']) => choose({ terms }).tags.map(({ name }) => name)

  test('its tags and the other categories, each once by its slug', () => {
    expect(names([CITY, SPORT, term('post_tag', 'Cup'), term('post_tag', 'cup')])).toEqual(['Sport', 'Cup'])
  })

  test('no category that says nothing, and no setting of a theme or plug-in', () => {
    expect(
      names([CITY, NONE, term('post_format', 'Video'), term('author', 'Ani'), term('language', 'id')]),
    ).toEqual([])
  })

  test('known by where their pages were', () => {
    const { tags } = choose({
      terms: [CITY, SPORT, term('post_tag', 'World Cup', 'world-cup'), term('topic', 'Rice', '')],
    })
    expect(tags).toEqual([
      { name: 'Sport', oldAddresses: ['/category/sport/'] },
      { name: 'World Cup', oldAddresses: ['/tag/world-cup/'] },
      { name: 'Rice', oldAddresses: [] },
    ])
  })
})

test('where the file does not say what a term is, the first is the category', () => {
  const { category, tags } = choose({ terms: [term('', 'City'), term('', 'Rice')] })
  expect(category?.id).toBe('city')
  expect(tags).toEqual([{ name: 'Rice', oldAddresses: ['/tag/rice/'] }])
})
