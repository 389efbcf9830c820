import { expect, test } from 'vitest'
import { linksFor } from '#domain/links.ts'
import { article, author, editionOf, siteWith } from '../../../tests/support/newsroom.ts'
import { breadcrumbList } from './breadcrumb-list.ts'
import { collectionPage } from './collection-page.ts'
import { profilePage } from './profile-page.ts'

const site = siteWith({ url: 'https://warta.example/news/' })
const links = linksFor(site)

test('the steps down to a page are numbered, and the page itself has no address', () => {
  const steps = [{ label: 'Home', href: links.front() }, { label: '<b>Economy</b>' }]
  expect(breadcrumbList(steps, links)).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://warta.example/news/' },
      { '@type': 'ListItem', position: 2, name: '<b>Economy</b>' },
    ],
  })
})

test('a list names its articles in its order', () => {
  const { articles } = editionOf([
    article('old', { publishedAt: '2025-07-01' }),
    article('new', { publishedAt: '2025-07-02' }),
  ])
  const page = { title: 'Politics', description: 'All of it', path: links.category('politics'), articles }
  expect(collectionPage(page, site, links)).toMatchObject({
    '@type': 'CollectionPage',
    name: 'Politics',
    url: 'https://warta.example/news/politics/',
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: 2,
      itemListElement: [
        { position: 1, url: 'https://warta.example/news/politics/new/', name: 'Title of new' },
        { position: 2, url: 'https://warta.example/news/politics/old/', name: 'Title of old' },
      ],
    },
  })
})

test('an author is a person of the outlet, with what is known and no more', () => {
  const known = author('siti', {
    role: 'Reporter',
    bio: 'Writes.',
    links: [
      { label: 'Mastodon', url: 'https://social.example/@siti' },
      { label: 'E-mail', url: 'mailto:siti@warta.example' },
    ],
  })
  expect(profilePage(known, '/news/_astro/siti.jpg', site, links)).toMatchObject({
    '@type': 'ProfilePage',
    mainEntity: {
      '@type': 'Person',
      name: 'Siti',
      url: 'https://warta.example/news/author/siti/',
      jobTitle: 'Reporter',
      description: 'Writes.',
      image: 'https://warta.example/news/_astro/siti.jpg',
      sameAs: ['https://social.example/@siti'],
      worksFor: { '@id': 'https://warta.example/news/#outlet' },
    },
  })
  expect(profilePage(author('siti'), undefined, site, links).mainEntity).toEqual({
    '@type': 'Person',
    name: 'Siti',
    url: 'https://warta.example/news/author/siti/',
    worksFor: { '@id': 'https://warta.example/news/#outlet' },
  })
})
