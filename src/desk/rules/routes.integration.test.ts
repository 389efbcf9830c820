import { expect, test } from 'vitest'
import { articleFile, problemAt, problemsOf, STAFF } from '../../../tests/support/temporary-newsroom.ts'
import { checkRoutes } from './routes.ts'

const PAGE = '---\ntitle: A\ndescription: B\n---\n'

test('names and aliases of their own pass', async () => {
  const files = {
    ...STAFF,
    'articles/budget-2025.md': articleFile({
      aliases: '[/2024/budget/, /old.html, /politics/earlier/, /search/label/Budget]',
    }),
    'articles/пример.md': articleFile(),
    'src/content/pages/about.md': PAGE,
  }
  expect(await problemsOf(checkRoutes, files)).toEqual([])
})

test.each([
  ['articles/Budget.md', 'Rename the file to "budget"'],
  ['articles/two words.md', 'Rename the file to "two-words"'],
  ['articles/a#b.md', 'Rename the file to "a-b"'],
  ['articles/a?b.md', 'Rename the file to "a-b"'],
  ['articles/<script>.md', 'Rename the file to "script"'],
  ['articles/rss.xml.md', 'Rename the file to "rss-xml"'],
  ['articles/café.md', 'Rename the file to "cafe"'],
  ['articles/---.md', 'Rename the file with letters and digits'],
  ['articles/café.md.md', 'Rename the file to "cafe"'],
  ['src/content/authors/budi.yml.yml', 'Rename the file to "budi"'],
  ['src/content/authors/Budi.yml', 'Rename the file to "budi"'],
  ['src/content/categories/R&D.yml', 'Rename the file to "r-d"'],
  ['src/content/series/My Series.yml', 'Rename the file to "my-series"'],
  ['src/content/pages/About Us.md', 'Rename the file to "about-us"'],
])('%s cannot stand in an address', async (file, advice) => {
  const content = file.endsWith('.yml') ? 'name: A' : PAGE
  expect(await problemsOf(checkRoutes, { [file]: content })).toEqual([problemAt(`${file}:1:1`, advice)])
})

test.each([
  ['src/content/categories/tag.yml', 'name: Tag'],
  ['src/content/categories/pagefind.yml', 'name: Find'],
  ['src/content/pages/search.md', PAGE],
  ['src/content/categories/series.yml', 'name: Series'],
  ['src/content/pages/corrections.md', PAGE],
  ['src/content/pages/404.md', PAGE],
])('%s would take an address of the site itself', async (file, content) => {
  expect(await problemsOf(checkRoutes, { [file]: content })).toEqual([
    problemAt(`${file}:1:1`, 'belongs to the site itself, or to public/. Rename the file'),
  ])
})

test('an article and an author may bear the name of a folder of the site', async () => {
  const files = { 'articles/search.md': articleFile(), 'src/content/authors/archive.yml': 'name: A' }
  expect(await problemsOf(checkRoutes, files)).toEqual([])
})

test('a page cannot have the address of a category', async () => {
  const files = { ...STAFF, 'src/content/pages/politics.md': PAGE }
  expect(await problemsOf(checkRoutes, files)).toEqual([
    problemAt('src/content/pages/politics.md:1:1', 'src/content/categories/politics.yml. Rename one'),
  ])
})

test('an article cannot have the address of the older pages', async () => {
  expect(await problemsOf(checkRoutes, { ...STAFF, 'articles/page.md': articleFile() })).toEqual([
    problemAt('articles/page.md:1:1', 'older pages of a category. Rename the file'),
  ])
})

test.each([
  ['/politics/', 'src/content/categories/politics.yml'],
  ['/politics', 'src/content/categories/politics.yml'],
  ['/Politics/', 'src/content/categories/politics.yml'],
  ['/about/index.html', 'src/content/pages/about.md'],
  ['/about/index.html/', 'src/content/pages/about.md'],
  ['/rss.xml.gz', 'a page that the site makes itself'],
  ['/politics/rss.xml.br', 'a page that the site makes itself'],
  ['/politics/budget/', 'articles/budget.md'],
  ['/politics/x/', 'this very article'],
  ['/index.html', 'the front page'],
  ['/search/', 'the site itself'],
  ['/rss.xml', 'the site itself'],
  ['/404.html', 'the site itself'],
])('the alias %s is taken by %s', async (alias, owner) => {
  const files = {
    ...STAFF,
    'articles/x.md': articleFile({ aliases: `[/kept/, ${alias}]` }),
    'articles/budget.md': articleFile(),
    'src/content/pages/about.md': PAGE,
  }
  expect(await problemsOf(checkRoutes, files)).toEqual([
    problemAt('articles/x.md:7:19', `the alias "${alias}" is the address of ${owner}. Take it out`),
  ])
})

const LISTS = {
  ...STAFF,
  'src/content/authors/rina.yml': 'name: Rina',
  'src/content/series/floods.yml': 'title: Floods',
  'articles/budget.md': articleFile({ tags: '[Water, C++]' }),
}

test.each([
  ['src/content/authors/budi.yml', '/author/rina/', 'src/content/authors/rina.yml'],
  ['src/content/authors/budi.yml', '/author/budi/', 'this very file'],
  ['src/content/authors/budi.yml', '/author/rina/page/2/', 'a page that the site makes itself'],
  ['src/content/authors/budi.yml', '/author/', 'the site itself'],
  ['src/content/categories/city.yml', '/politics/', 'src/content/categories/politics.yml'],
  ['src/content/series/tariffs.yml', '/series/floods', 'src/content/series/floods.yml'],
  ['src/content/series/tariffs.yml', '/tag/Water/', 'the tag "Water" of articles/budget.md'],
  ['src/content/series/tariffs.yml', '/tag/c-plus-plus/', 'the tag "C++" of articles/budget.md'],
])('in %s the alias %s is taken by %s', async (file, alias, owner) => {
  const files = { ...LISTS, [file]: `name: A\naliases: [${alias}]` }
  expect(await problemsOf(checkRoutes, files)).toEqual([
    problemAt(`${file}:2:11`, `the alias "${alias}" is the address of ${owner}. Take it out`),
  ])
})

test('authors, series, categories and tags may have addresses that nothing has any more', async () => {
  const files = {
    ...LISTS,
    'src/content/authors/rina.yml': 'name: Rina\naliases: [/author/rinna/, /penulis/rina/]',
    'src/content/series/floods.yml': 'title: Floods\naliases: [/series/flood/]',
    'src/content/categories/city.yml': 'name: City\naliases: [/kota/]',
    'src/content/tags.yml': 'Water: [/tag/air/, /topik/air/]',
  }
  expect(await problemsOf(checkRoutes, files)).toEqual([])
})

test('an old address of a tag is judged at its place', async () => {
  const files = { ...LISTS, 'src/content/tags.yml': 'Water:\n  - /tag/air/\n  - /author/rina/' }
  expect(await problemsOf(checkRoutes, files)).toEqual([
    problemAt('src/content/tags.yml:3:5', 'is the address of src/content/authors/rina.yml'),
  ])
})
