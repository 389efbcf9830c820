import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { linksFor } from './links.ts'
import { movedLists, movedViews, oldListAt } from './old-lists.ts'

const links = linksFor(siteWith({ url: 'https://x.example/' }))
const post = { from: '/2007/07/old/', to: '/city/new/', title: 'New' }
const town = { from: '/category/town/', to: '/city/', title: 'City', kind: 'category', slug: 'city' } as const
const leading = (moved: { from: string; to: string }[]) =>
  Object.fromEntries(moved.map(({ from, to }) => [from, to]))

test.each([
  ['/feed/', { kind: 'feed' }],
  ['/comments/feed/', { kind: 'feed' }],
  ['/2007/', { kind: 'year', year: '2007' }],
  ['/2007/07/', { kind: 'month', month: '2007-07' }],
  ['/2007/07/old/amp/', { kind: 'view', of: '/2007/07/old/' }],
  ['/category/city/feed/', { kind: 'view', of: '/category/city/' }],
  ['/category/city/page/3/', { kind: 'view', of: '/category/city/' }],
  ['/2007/13/', undefined],
  ['/old/', undefined],
])('%s is %o', (path, list) => {
  expect(oldListAt(path)).toEqual(list)
})

test('months, years and feeds lead to what there is', () => {
  const lists = leading(movedLists([post], { months: ['2008-01', '2007-07'], taken: new Set() }, links))
  expect(lists).toMatchObject({
    '/2008/01/': '/archive/2008/01/',
    '/2007/07/': '/archive/2007/07/',
    '/2007/': '/archive/2007/',
    '/feed/': '/rss.xml',
    '/feed/atom/': '/rss.xml',
    '/comments/feed/': '/rss.xml',
  })
})

test('but not where a file or an alias stands, nor for an outlet that never had them', () => {
  const taken = new Set(['feed', '2007'])
  const lists = leading(
    movedLists([post, { ...post, from: '/2008/01' }], { months: ['2008-01', '2007-07'], taken }, links),
  )
  expect(Object.keys(lists)).toEqual(['/2008/', '/comments/feed/'])
  const plain = [{ ...post, from: '/old/' }]
  expect(movedLists(plain, { months: ['2008-01'], taken: new Set() }, links)).toEqual([])
  expect(movedViews(plain, links)).toEqual([])
})

test('site maps and the views of pages are for a server', () => {
  expect(
    leading(movedViews([post, { ...post, from: '/?p=19' }, { ...post, from: '/old.html' }, town], links)),
  ).toEqual({
    '/sitemap.xml': '/sitemap-index.xml',
    '/sitemap_index.xml': '/sitemap-index.xml',
    '/wp-sitemap.xml': '/sitemap-index.xml',
    '/2007/07/old/feed/': '/city/new/',
    '/2007/07/old/amp/': '/city/new/',
    '/category/town/feed/': '/city/rss.xml',
    '/category/town/amp/': '/city/',
  })
})
