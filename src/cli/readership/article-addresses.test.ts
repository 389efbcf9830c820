import { expect, test } from 'vitest'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { parseSource, type Source } from '#desk/source.ts'
import { ArticleAddresses } from './article-addresses.ts'

const source = (file: string, slug: string, text: string) =>
  parseSource(Buffer.from(text), file, slug) as Source
const SOURCES = {
  categories: [source('politics.yml', 'politics', 'aliases: [/politik/]')],
  articles: [
    source('a.md', 'a', '---\ncategory: politics\naliases: [/2019/a.html, "/?p=7"]\n---\n'),
    source('b.md', 'b', '---\ncategory: politics\n---\n'),
  ],
}
const at = (target: string, url = 'https://warta.example/') =>
  new ArticleAddresses(SOURCES, siteWith({ url })).articleAt(target)?.slug

test.each([
  ['its address', '/politics/a/', 'a'],
  ['its address without the slash', '/politics/a', 'a'],
  ['a whole address', 'https://warta.example/politics/b/', 'b'],
  ['an address with a query and a place', '/politics/b/?utm_source=x#notes', 'b'],
  ['an old address', '/2019/a.html', 'a'],
  ['its section’s old address', '/politik/b/', 'b'],
  ['another section', '/sport/a/', undefined],
  ['another article', '/politics/c/', undefined],
  ['the section', '/politics/', undefined],
])('an article is known by %s', (_, target, slug) => {
  expect(at(target)).toBe(slug)
})

test('a site below a path is asked with it or without', () => {
  const url = 'https://x.example/news/'
  expect(['/news/politics/a/', '/politics/a/', '/news/2019/a.html'].map((target) => at(target, url))).toEqual(
    ['a', 'a', 'a'],
  )
})

test('an answer is the same the second time, and articles keep their places', () => {
  const addresses = new ArticleAddresses(SOURCES, siteWith())
  expect(addresses.articleAt('/politics/b/')).toEqual({ slug: 'b', number: 1 })
  expect(addresses.articleAt('/politics/b/')).toBe(addresses.articleAt('/politics/b/'))
  expect([addresses.articleAt('/x/'), addresses.articleAt('/x/')]).toEqual([undefined, undefined])
})
