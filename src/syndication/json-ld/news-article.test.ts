import { describe, expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { article, author, editionOf, siteWith } from '../../../tests/support/newsroom.ts'
import { newsArticle } from './news-article.ts'
import { writeJsonLd } from './write.ts'

const site = siteWith({ url: 'https://warta.example/news/', publisher: { name: 'PT Warta' } })
const links = linksFor(site)

function written(fields: Parameters<typeof article>[1] = {}, images: string[] = []): string {
  const [one] = editionOf([article('budget', fields)], {
    site,
    authors: [author('budi-santoso'), author('siti')],
  }).articles
  if (!one) throw new Error('not published')
  return writeJsonLd(newsArticle(one, images, site, links))
}

test('an article says what it is, with absolute addresses and dates with their zone', () => {
  const fields = { authors: ['budi-santoso', 'siti'], lang: 'id', updatedAt: '2025-07-05T08:00' }
  expect(JSON.parse(written(fields, ['/news/_astro/a.jpg']))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: 'https://warta.example/news/politics/budget/',
    url: 'https://warta.example/news/politics/budget/',
    headline: 'Title of budget',
    description: 'Description of budget',
    datePublished: '2025-07-04T22:13:00+07:00',
    dateModified: '2025-07-05T08:00:00+07:00',
    author: [
      { '@type': 'Person', name: 'Budi Santoso', url: 'https://warta.example/news/author/budi-santoso/' },
      { '@type': 'Person', name: 'Siti', url: 'https://warta.example/news/author/siti/' },
    ],
    publisher: {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://warta.example/news/#outlet',
      name: 'Warta',
      url: 'https://warta.example/news/',
      logo: { '@type': 'ImageObject', url: 'https://warta.example/news/logo.png' },
    },
    articleSection: 'Politics',
    inLanguage: 'id',
    isAccessibleForFree: true,
    image: ['https://warta.example/news/_astro/a.jpg'],
  })
})

test('tags, a series and what is no plain news are told', () => {
  const fields = { tags: ['Rice', 'R&D'], kind: 'opinion', series: { slug: 'harvest', part: 2 } } as const
  expect(JSON.parse(written({ ...fields, tags: [...fields.tags] }))).toMatchObject({
    '@type': 'NewsArticle',
    genre: 'opinion',
    keywords: ['Rice', 'R&D'],
    isPartOf: {
      '@type': 'CreativeWorkSeries',
      name: 'Harvest',
      url: 'https://warta.example/news/series/harvest/',
    },
    position: 2,
  })
  expect(JSON.parse(written({ kind: 'sponsored' }))['@type']).toBe('AdvertiserContentArticle')
})

test('an original and its translation name each other', () => {
  const { articles } = editionOf(
    [article('harvest'), article('panen', { lang: 'id', translationOf: 'harvest' })],
    { site },
  )
  const things = articles.map((one) => [one.slug, newsArticle(one, [], site, links)])
  const work = (slug: string, inLanguage: string) => ({
    '@type': 'NewsArticle',
    url: `https://warta.example/news/politics/${slug}/`,
    inLanguage,
  })
  expect(Object.fromEntries(things)).toMatchObject({
    harvest: { workTranslation: [work('panen', 'id')] },
    panen: { translationOfWork: work('harvest', 'en') },
  })
})

test('what an article has not is not there', () => {
  const plain = JSON.parse(written())
  for (const name of ['image', 'correction', 'genre', 'keywords', 'isPartOf'])
    expect(plain).not.toHaveProperty(name)
})

test('corrections are told with their dates, and change the article’s', () => {
  const corrections = [
    { at: '2025-07-05T08:00', note: 'First.' },
    { at: '2025-07-06T08:00', note: 'Second.' },
  ]
  expect(JSON.parse(written({ corrections }))).toMatchObject({
    dateModified: '2025-07-06T08:00:00+07:00',
    correction: [
      { '@type': 'CorrectionComment', text: 'Second.', datePublished: '2025-07-06T08:00:00+07:00' },
      { '@type': 'CorrectionComment', text: 'First.', datePublished: '2025-07-05T08:00:00+07:00' },
    ],
  })
})

describe('no text ends the element that it stands in', () => {
  test.each([
    '</script><script>alert(1)</script>',
    'A <!--',
    '</SCRIPT',
    'A ]]>',
    'A "\\',
    '😀 مرحبا',
    'a'.repeat(300),
  ])('%s', (text) => {
    const json = written({ title: text.slice(0, 200), corrections: [{ at: '2025-07-05', note: text }] })
    expect(json).not.toContain('<')
    expect(JSON.parse(json)).toMatchObject({ headline: text.slice(0, 200), correction: [{ text }] })
  })
})
