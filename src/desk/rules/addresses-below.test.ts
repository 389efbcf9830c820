import { expect, test } from 'vitest'
import { articleFile, problemAt, problemsOf, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkAddressesBelow } from './addresses-below.ts'

const NEWSROOM = {
  ...STAFF,
  'src/content/categories/politics.yml':
    'name: Politics\naliases: [/politik/, /rubrik/politik/, /%E9/, /old.html]',
  'src/content/categories/city.yml': 'name: City',
  'src/content/authors/budi.yml': 'name: Budi\naliases: [/author/bdi/]',
  'src/content/tags.yml': 'Water: [/tag/air/]',
  'articles/tax.md': articleFile({ aliases: '[/politics/duty/, /politik/tax/]' }),
}

test.each([
  ['/politik/other/'],
  ['/politik/page/'],
  ['/rubrik/politik/tax/'],
  ['/author/bdi/about/'],
  ['/old/rss.xml'],
])('an alias %s leads where it likes', async (alias) => {
  const files = { ...NEWSROOM, 'articles/x.md': articleFile({ category: 'city', aliases: `[${alias}]` }) }
  expect(await problemsOf(checkAddressesBelow, files)).toEqual([])
})

test.each([
  ['/politik/tax/', 'an old address of articles/tax.md'],
  ['/Politik/Tax', 'an old address of articles/tax.md'],
  ['/politik/duty/', 'an old address of articles/tax.md'],
  ['/politik/page/2/', 'a feed or a page of src/content/categories/politics.yml'],
  ['/rubrik/politik/atom.xml', 'a feed or a page of src/content/categories/politics.yml'],
  ['/author/bdi/feed.json', 'a feed or a page of src/content/authors/budi.yml'],
  ['/tag/air/page/1/', 'a feed or a page of src/content/tags.yml'],
])('an alias %s is %s', async (alias, what) => {
  const files = { ...NEWSROOM, 'articles/x.md': articleFile({ category: 'city', aliases: `[${alias}]` }) }
  expect(await problemsOf(checkAddressesBelow, files)).toEqual([
    problemAt(
      'articles/x.md:7:11',
      `the alias "${alias}" is also ${what.replace(/^a /, 'an old address of a ')}`,
    ),
  ])
})
