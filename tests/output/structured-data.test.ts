import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { filesOf, FIXTURE_DIST, readFixture } from '../support/sites.ts'
import { structuredDataFaults, thingsIn } from '../support/structured-data.ts'

const SITE = 'https://fixture.example/daily/'

let pages: string[]
beforeAll(async () => {
  pages = (await filesOf(FIXTURE_DIST)).filter(
    (file) => file.endsWith('index.html') && !file.startsWith('fragments/'),
  )
})

test('what every page tells search engines is sound, by a validator and by schema.org', async () => {
  expect(pages.length).toBeGreaterThan(40)
  const faults: string[] = []
  for (const page of pages) {
    const found = await structuredDataFaults(await readFixture(page))
    faults.push(...found.map((fault) => `${page}: ${fault}`))
  }
  expect(faults).toEqual([])
}, 60_000)

test('a validator finds what is wrong', async () => {
  const written = (thing: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...thing })}</script>`
  const wrong = [
    written({ '@type': 'NewsArticel', headline: 'x' }),
    written({ '@type': 'NewsArticle', headlin: 'x' }),
    written({ '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', name: 'x' }] }),
  ]
  for (const html of wrong) expect((await structuredDataFaults(html)).length, html).toBeGreaterThan(0)
})

describe('each kind of page', () => {
  test.each([
    ['index.html', ['NewsMediaOrganization', 'WebSite']],
    ['world/harbour-opens/index.html', ['BreadcrumbList', 'NewsArticle']],
    ['city/market-roof/index.html', ['AdvertiserContentArticle', 'BreadcrumbList']],
    ['sport/rowing-club/index.html', ['BreadcrumbList', 'LiveBlogPosting']],
    ['sport/rowing-club/live/1/index.html', ['BreadcrumbList']],
    ['world/ghost-ship/index.html', ['BreadcrumbList']],
    ['city/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['city/page/1/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['empty/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['tag/town/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['series/far-away/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['archive/2025/05/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['corrections/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['trending/index.html', ['BreadcrumbList', 'CollectionPage']],
    ['author/ana/index.html', ['BreadcrumbList', 'ProfilePage']],
    ['about/index.html', ['BreadcrumbList']],
  ])('%s says that it is %o', async (page, types) => {
    expect([...thingsIn(await readFixture(page)).keys()].sort()).toEqual(types)
  })
})

describe('an article', () => {
  test('has all that Google asks of one', async () => {
    const articles = pages.filter((page) => /^(world|city|sport)\/(?!page|ghost-ship)[^/]+\/index/.test(page))
    expect(articles.length).toBeGreaterThan(12)
    for (const page of articles) {
      const things = thingsIn(await readFixture(page))
      const kinds = ['NewsArticle', 'AdvertiserContentArticle', 'LiveBlogPosting']
      const [article] = kinds.flatMap((kind) => things.get(kind) ?? [])
      expect(article, page).toMatchObject({
        headline: expect.stringMatching(/\S/),
        datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
        dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/),
        author: expect.arrayContaining([
          { '@type': 'Person', name: expect.any(String), url: expect.stringContaining(`${SITE}author/`) },
        ]),
        publisher: { name: 'The Fixture', logo: { url: `${SITE}logo.png` } },
      })
    }
  })

  test('has its picture at 16:9, 4:3 and 1:1, as wide as the photograph allows', async () => {
    const [article] = thingsIn(await readFixture('world/harbour-opens/index.html')).get('NewsArticle') ?? []
    const { image } = article as { image: string[] }
    const sizes = await Promise.all(
      image.map(async (url) => {
        expect(url.startsWith(SITE)).toBe(true)
        const file = join(FIXTURE_DIST, decodeURI(url.slice(SITE.length)))
        const { width, height, format } = await sharp(await readFile(file)).metadata()
        return [width, height, format]
      }),
    )
    expect(sizes).toEqual([
      [1200, 675, 'jpeg'],
      [1200, 900, 'jpeg'],
      [900, 900, 'jpeg'],
    ])
  })
})
