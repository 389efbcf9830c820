import { expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { siteWith } from '../../../tests/support/newsroom.ts'
import { organization } from './organization.ts'
import { webSite } from './web-site.ts'

const site = siteWith({
  url: 'https://warta.example/news/',
  publisher: { name: 'PT Warta' },
  socials: [{ label: 'Mastodon', url: 'https://social.example/@warta' }],
})
const links = linksFor(site)

test('the site says how it is searched, and whose it is', () => {
  expect(webSite(site, links)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: 'Warta',
    description: 'News, plainly',
    url: 'https://warta.example/news/',
    inLanguage: 'id',
    publisher: { '@id': 'https://warta.example/news/#outlet' },
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: 'https://warta.example/news/search/?q={search_term_string}',
      },
      'query-input': 'required name=search_term_string',
    },
  })
})

test('the outlet has its legal name, accounts and corrections', () => {
  expect(organization(site, links)).toMatchObject({
    '@type': 'NewsMediaOrganization',
    '@id': 'https://warta.example/news/#outlet',
    name: 'Warta',
    legalName: 'PT Warta',
    correctionsPolicy: 'https://warta.example/news/corrections/',
    sameAs: ['https://social.example/@warta'],
  })
  const plain = siteWith()
  expect(organization(plain, linksFor(plain))).not.toHaveProperty('sameAs')
})
