import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { namedFiles } from './named-files.ts'

const ad = (src: string) => ({
  height: 90 as const,
  image: { src, alt: 'An offer', width: 728, height: 90, href: '/about/' },
})

test('the logo and the picture of every position, each once', () => {
  expect(namedFiles(siteWith())).toEqual(['/logo.png'])
  const ads = { top: ad('/a.png'), inArticle: ad('/b.png'), beside: ad('/a.png'), under: ad('/c.png') }
  expect(namedFiles(siteWith({ ads, publisher: { logo: '/mark.png' } }))).toEqual([
    '/mark.png',
    '/a.png',
    '/b.png',
    '/c.png',
  ])
})
