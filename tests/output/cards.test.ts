import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { articleCard, nameOfCard, outletCard } from '../../src/cards/card.ts'
import { parseSite } from '../../src/domain/site.ts'
import config from '../fixtures/newsroom/src/site.config.ts'
import { filesOf, FIXTURE, FIXTURE_DIST, readFixture } from '../support/sites.ts'

const SITE = 'https://fixture.example/daily/'
const site = parseSite(config)

async function pictureOf(page: string): Promise<string> {
  const [, url = ''] = /property="og:image" content="([^"]+)"/.exec(await readFixture(page)) ?? []
  expect(url.startsWith(SITE), page).toBe(true)
  return url.slice(SITE.length)
}

test('every page names a picture that is there, of the size that it says', async () => {
  const pages = (await filesOf(FIXTURE_DIST)).filter((file) => /^(?!fragments\/).*index\.html$/.test(file))
  for (const page of pages) {
    const html = await readFixture(page)
    if (html.includes('http-equiv="refresh"')) continue
    const { width, height } = await sharp(join(FIXTURE_DIST, decodeURI(await pictureOf(page)))).metadata()
    expect(html, page).toContain(`<meta property="og:image:width" content="${width}">`)
    expect(html, page).toContain(`<meta property="og:image:height" content="${height}">`)
  }
})

test('an article without a picture has a card of its own, every other page that of the outlet', async () => {
  const [summit, drought] = await Promise.all(
    ['world/far-summit/index.html', 'world/far-drought/index.html'].map(pictureOf),
  )
  expect(summit).toMatch(/^cards\/[\da-f]{20}\.png$/)
  expect(drought).not.toBe(summit)
  const outlet = `cards/${nameOfCard(outletCard(site))}.png`
  for (const page of ['index.html', 'city/index.html', 'about/index.html', 'author/ana/index.html'])
    expect(await pictureOf(page), page).toBe(outlet)
})

test('there is no card, published or kept, but of what readers may see', async () => {
  const category = { slug: 'sport', name: 'Sport' }
  const unpublished = ['Zorblaxdraft without a picture', 'Quuxembargo title'].map((title) =>
    nameOfCard(articleCard({ title, category }, site)),
  )
  const published = nameOfCard(articleCard({ title: 'Cup final in the news', category }, site))
  const articles = (await filesOf(FIXTURE_DIST)).filter((file) => file.endsWith('.md'))
  for (const folder of [join(FIXTURE_DIST, 'cards'), join(FIXTURE, '.cache/cards')]) {
    // A kept one has more behind its name than its ending.
    const cards = (await filesOf(folder)).map((file) => file.split('.')[0])
    expect(cards).toContain(published)
    for (const card of unpublished) expect(cards).not.toContain(card)
    // One for each article but the one with a photograph, and the outlet's.
    expect(cards.length).toBeLessThanOrEqual(articles.length + 1)
  }
})
