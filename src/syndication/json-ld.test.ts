import { describe, expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { article, author, editionOf, siteWith } from '../../tests/support/newsroom.ts'
import { newsArticle, writeJsonLd } from './json-ld.ts'

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
      name: 'PT Warta',
      url: 'https://warta.example/news/',
      logo: { '@type': 'ImageObject', url: 'https://warta.example/news/logo.png' },
    },
    articleSection: 'Politics',
    inLanguage: 'id',
    isAccessibleForFree: true,
    image: ['https://warta.example/news/_astro/a.jpg'],
  })
})

test('what an article has not is not there', () => {
  const plain = JSON.parse(written())
  expect(plain).not.toHaveProperty('image')
  expect(plain).not.toHaveProperty('correction')
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
  test.each(['</script><script>alert(1)</script>', '<!--', '</SCRIPT', ']]>', '"\\', 'a\u2028b', '😀 مرحبا'])(
    '%s',
    (text) => {
      const json = written({ title: text, corrections: [{ at: '2025-07-05', note: text }] })
      expect(json).not.toContain('<')
      expect(JSON.parse(json)).toMatchObject({ headline: text, correction: [{ text }] })
    },
  )
})
