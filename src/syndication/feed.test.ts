import { describe, expect, test } from 'vitest'
import type { Article } from '#domain/article.ts'
import { linksFor } from '#domain/links.ts'
import { parseSite } from '#domain/site.ts'
import { feedOf } from './channel-feed.ts'
import type { FeedItem } from './feed.ts'
import { articleItem, correctionItem } from './feed-item.ts'

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
}
const wording = { credit: 'Picture', corrections: 'Ralat', showMoment: () => '6 Juli' }

function articleOf(of: Partial<Article> = {}): Article {
  return {
    slug: 'budget',
    file: 'articles/budget.md',
    title: 'Budget',
    description: 'What it costs',
    category: { slug: 'politics', name: 'Politics' },
    authors: [],
    publishedAt: new Date('2025-07-04T15:13:00Z'),
    tags: [],
    lang: 'en',
    translations: [],
    aliases: [],
    ads: true,
    discussion: 'none',
    comments: [],
    kind: 'news',
    contributors: [],
    corrections: [],
    words: 100,
    bodyImages: [],
    digest: '',
    ...of,
  }
}

function item(of: Partial<Article> = {}, on = site): FeedItem {
  return articleItem({ article: articleOf(of), html: '<p>Body</p>' }, wording, on, linksFor(on))
}

const author = (slug: string, name: string) => ({ slug, name, verified: false, links: [] })

test('every address is absolute, the path of the site in it', () => {
  const feed = feedOf(source, [item()], site, links)
  expect(feed.page).toBe('https://warta.example/news/politics/')
  expect(feed.addresses).toEqual({
    rss: 'https://warta.example/news/politics/rss.xml',
    atom: 'https://warta.example/news/politics/atom.xml',
    json: 'https://warta.example/news/politics/feed.json',
  })
  expect(feed.image).toEqual({ url: 'https://warta.example/news/logo.png', title: 'Warta' })
  expect(feed.items[0]?.url).toBe('https://warta.example/news/politics/budget/')
})

test('the language is that of the articles', () => {
  expect(feedOf(source, [], site, links).language).toBe('id')
})

test('an item names all its authors, and its tags after its section', () => {
  const tagged = item({
    authors: [author('budi', 'Budi'), author('siti', 'Siti')],
    tags: [{ slug: 'tax', name: 'Tax' }],
  })
  expect(tagged).toMatchObject({
    title: 'Budget',
    summary: 'What it costs',
    html: '<p>Body</p>',
    authors: [
      { name: 'Budi', url: 'https://warta.example/news/author/budi/' },
      { name: 'Siti', url: 'https://warta.example/news/author/siti/' },
    ],
    categories: ['Politics', 'Tax'],
  })
})

test('the id of an item outlives its title, section, dates and the address of the site', () => {
  const idOf = (article: Partial<Article>, url = site.url) => {
    const other = parseSite({ ...site, url })
    return item(article, other).id
  }
  const id = idOf({})
  expect(id).toMatch(/^tag:warta\.example,\d{4}:budget$/)
  const updatedAt = new Date('2026-01-01T00:00:00Z')
  expect(idOf({ title: 'New', category: { slug: 'economy', name: 'Economy' }, updatedAt })).toBe(id)
  expect(idOf({}, 'http://warta.example/')).toBe(id)
  expect(idOf({ slug: 'renamed', aliases: ['/politics/budget/'] })).toBe(id)
  expect(idOf({ slug: 'other' })).not.toBe(id)
})

test.each<[string, Partial<Article>, string]>([
  ['that was never changed', {}, '2025-07-04T15:13:00Z'],
  ['that was updated', { updatedAt: new Date('2025-07-05T00:00:00Z') }, '2025-07-05T00:00:00Z'],
  [
    'that was corrected since',
    {
      updatedAt: new Date('2025-07-05T00:00:00Z'),
      corrections: [{ at: new Date('2025-07-06T00:00:00Z'), note: 'x' }],
    },
    '2025-07-06T00:00:00Z',
  ],
])('an item %s says when it changed last', (_case, article, changed) => {
  expect(item(article)).toMatchObject({
    publishedAt: new Date('2025-07-04T15:13:00Z'),
    modifiedAt: new Date(changed),
  })
})

test('the feed changed last when any of its articles did, not only its newest', () => {
  const feed = feedOf(
    source,
    [
      item({ slug: 'new', publishedAt: new Date('2025-07-06T00:00:00Z') }),
      item({ slug: 'corrected', updatedAt: new Date('2025-07-07T00:00:00Z') }),
      item({ slug: 'old' }),
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

describe('a correction', () => {
  const correction = { at: new Date('2025-07-06T01:00:00Z'), note: 'It is 3 < 4 & "so".' }
  const corrected = { article: articleOf({ corrections: [correction] }), correction }

  test('is an item of its own, with its own date, that leads to the note', () => {
    expect(correctionItem(corrected, 'Correction: Budget', site, links)).toEqual({
      id: 'tag:warta.example,2025:budget/correction/2025-07-06T01:00:00.000Z',
      title: 'Correction: Budget',
      url: 'https://warta.example/news/politics/budget/#corrections',
      language: 'en',
      summary: correction.note,
      html: '<p>It is 3 &lt; 4 &amp; &quot;so&quot;.</p>',
      authors: [],
      categories: ['Politics'],
      publishedAt: correction.at,
      modifiedAt: correction.at,
    })
  })
})
