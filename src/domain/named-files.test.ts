import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { namedFiles } from './named-files.ts'

const ad = (src: string) => ({
  height: 90 as const,
  image: { src, alt: 'An offer', width: 728, height: 90, href: '/about/' },
})

test('the logo, the card and every advertisement, each by its setting', () => {
  const ads = { top: ad('/a.png'), under: ad('/b.png') }
  expect(namedFiles(siteWith())).toEqual([{ setting: ['publisher', 'logo'], file: '/logo.png' }])
  expect(namedFiles(siteWith({ ads, publisher: { logo: '/mark.png', card: '/card.png' } }))).toEqual([
    { setting: ['publisher', 'logo'], file: '/mark.png' },
    { setting: ['publisher', 'card'], file: '/card.png' },
    { setting: ['ads', 'top', 'image', 'src'], file: '/a.png' },
    { setting: ['ads', 'under', 'image', 'src'], file: '/b.png' },
  ])
})
