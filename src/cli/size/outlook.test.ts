import { expect, test } from 'vitest'
import { HOSTS } from '#domain/host.ts'
import { kindOf } from './kinds.ts'
import { outlookOf } from './outlook.ts'

const MIB = 2 ** 20

test.each([
  ['index.html', 'pages'],
  ['politics/a/index.html', 'pages'],
  ['fragments/ticker/index.html', 'pages'],
  ['rss.xml', 'feeds in XML'],
  ['tag/asean/atom.xml', 'feeds in XML'],
  ['feed.json', 'feeds in JSON'],
  ['politics/a.md', 'Markdown versions'],
  ['cards/a.png', 'social cards'],
  ['_astro/a.1x2.avif', 'pictures'],
  ['logo.png', 'pictures'],
  ['_astro/page.js', 'scripts, styles, fonts'],
  ['_astro/fonts/a.woff2', 'scripts, styles, fonts'],
  ['pagefind/en/2025-07/fragment/en_1.pf_fragment', 'search'],
  ['index.html.br', 'compressed copies'],
  [`politics/a/index.html.${'x'.repeat(43)}.dcz`, 'compressed copies'],
  ['sitemap-0.xml', 'other files'],
  ['robots.txt', 'other files'],
])('%s is one of the %s', (file, kind) => expect(kindOf(file)).toBe(kind))

test('the limit that is nearest is told, and when it is met', () => {
  // Half of the files of the host, a quarter of the bytes; 5 files an article, 10 articles a day.
  const site = { files: 7500, bytes: 125 * MIB, articles: 1500 }
  expect(outlookOf(site, HOSTS.azure, 10)).toEqual({ limit: 'files', most: 15_000, now: 7500, days: 150 })
  expect(outlookOf({ ...site, bytes: 450 * MIB }, HOSTS.azure, 10)).toMatchObject({ limit: 'bytes' })
})

test('a limit that is met is met today, and one that nothing comes nearer to never', () => {
  const site = { files: 20_001, bytes: 1, articles: 10 }
  expect(outlookOf(site, HOSTS['cloudflare-free'], 0)).toMatchObject({ days: 0 })
  expect(outlookOf({ ...site, files: 10 }, HOSTS['cloudflare-free'], 0)).toMatchObject({ days: undefined })
  expect(outlookOf({ files: 10, bytes: 1, articles: 0 }, HOSTS['cloudflare-free'], 1)).toMatchObject({
    days: undefined,
  })
})

test('a host without limits of a whole site has no outlook', () => {
  expect(outlookOf({ files: 1, bytes: 1, articles: 1 }, HOSTS.own, 1)).toBeUndefined()
})
