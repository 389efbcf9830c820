import { expect, test } from 'vitest'
import type { Article } from '#domain/article.ts'
import { linksFor } from '#domain/links.ts'
import { parseSite } from '#domain/site.ts'
import { feedOf, type RenderedArticle } from './feed.ts'

// Below a path, where an address that forgets it goes wrong.
const site = parseSite({
  name: 'Warta',
  tagline: 'News',
  url: 'https://warta.example/news/',
  articleLanguage: 'id',
})
const links = linksFor(site)
const source = {
  title: 'Politics',
  description: 'All of it',
  page: links.category('politics'),
  self: links.categoryFeed('politics'),
}

function rendered(of: Partial<Article> = {}): RenderedArticle {
  const article: Article = {
    slug: 'budget',
    file: 'articles/budget.md',
    title: 'Budget',
    description: 'What it costs',
    category: { slug: 'politics', name: 'Politics' },
    authors: [],
    publishedAt: new Date('2025-07-04T15:13:00Z'),
    tags: [],
    lang: 'en',
    aliases: [],
    ads: true,
    discussion: 'none',
    comments: [],
    kind: 'news',
    contributors: [],
    words: 100,
    bodyImages: [],
    ...of,
  }
  return { article, html: '<p>Body</p>' }
}

const author = (slug: string, name: string) => ({ slug, name, verified: false, links: [] })

test('every address is absolute, the path of the site in it', () => {
  const feed = feedOf(source, [rendered()], site, links)
  expect(feed.page).toBe('https://warta.example/news/politics/')
  expect(feed.self).toBe('https://warta.example/news/politics/rss.xml')
  expect(feed.image).toEqual({ url: 'https://warta.example/news/logo.png', title: 'Warta' })
  expect(feed.items[0]?.url).toBe('https://warta.example/news/politics/budget/')
})

test('the language is that of the articles', () => {
  expect(feedOf(source, [], site, links).language).toBe('id')
})

test('an item names all its authors, and its tags after its section', () => {
  const [item] = feedOf(
    source,
    [
      rendered({
        authors: [author('budi', 'Budi'), author('siti', 'Siti')],
        tags: [{ slug: 'tax', name: 'Tax' }],
      }),
    ],
    site,
    links,
  ).items
  expect(item).toMatchObject({
    title: 'Budget',
    summary: 'What it costs',
    html: '<p>Body</p>',
    authors: ['Budi', 'Siti'],
    categories: ['Politics', 'Tax'],
  })
})

test('the id of an item outlives its title, section, dates and the address of the site', () => {
  const idOf = (article: Partial<Article>, url = site.url) => {
    const other = parseSite({ ...site, url })
    return feedOf(source, [rendered(article)], other, linksFor(other)).items[0]?.id
  }
  const id = idOf({})
  expect(id).toMatch(/^tag:warta\.example,\d{4}:budget$/)
  const updatedAt = new Date('2026-01-01T00:00:00Z')
  expect(idOf({ title: 'New', category: { slug: 'economy', name: 'Economy' }, updatedAt })).toBe(id)
  expect(idOf({}, 'http://warta.example/')).toBe(id)
  expect(idOf({ slug: 'other' })).not.toBe(id)
})

test('an item that was never changed changed last when it was published', () => {
  const [never, once] = feedOf(
    source,
    [rendered(), rendered({ updatedAt: new Date('2025-07-05T00:00:00Z') })],
    site,
    links,
  ).items
  expect(never?.modifiedAt).toEqual(new Date('2025-07-04T15:13:00Z'))
  expect(once?.modifiedAt).toEqual(new Date('2025-07-05T00:00:00Z'))
  expect(once?.publishedAt).toEqual(new Date('2025-07-04T15:13:00Z'))
})

test('the feed changed last when any of its articles did, not only its newest', () => {
  const feed = feedOf(
    source,
    [
      rendered({ slug: 'new', publishedAt: new Date('2025-07-06T00:00:00Z') }),
      rendered({ slug: 'corrected', updatedAt: new Date('2025-07-07T00:00:00Z') }),
      rendered({ slug: 'old' }),
    ],
    site,
    links,
  )
  expect(feed.updatedAt).toEqual(new Date('2025-07-07T00:00:00Z'))
  expect(feed.items.map(({ url }) => url.split('/').at(-2))).toEqual(['new', 'corrected', 'old'])
})

test('an empty feed never changed', () => {
  expect(feedOf(source, [], site, links)).toMatchObject({ items: [], updatedAt: undefined })
})
