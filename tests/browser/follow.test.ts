import { readFile } from 'node:fs/promises'
import { XMLParser } from 'fast-xml-parser'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ServedSite, serveSite } from '../support/served-site.ts'
import { blank, open } from '../support/pages.ts'
import { BILINGUAL_BASE, BILINGUAL_DIST, FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

let site: ServedSite
beforeEach(async () => {
  site = await serveSite(FIXTURE_DIST, FIXTURE_BASE)
})
afterEach(() => site.close())

const at = (path: string) => site.url + path
const FEED = `${FIXTURE_BASE}world/feed.json`
const button = (page: Page) => page.locator('follow-button button')
const names = (page: Page) => page.locator('followed-list [data-part="name"]').allTextContents()
const news = (page: Page) =>
  page.locator('followed-list [data-part="articles"] li:has([data-part="new"]:visible) a').allTextContents()
const headlines = (page: Page) => page.locator('followed-list [data-part="headline"]').allTextContents()

async function follow(page: Page, path: string) {
  await page.goto(at(path))
  // Its code comes after the page, and shows it.
  await button(page).waitFor()
  await button(page).press('Enter')
  expect(await button(page).getAttribute('aria-pressed')).toBe('true')
}

/** The feed of a section with an article more. */
async function feedWith(title: string, publishedAt: string): Promise<string> {
  const feed = JSON.parse(await site.read(FEED))
  const item = {
    id: title,
    url: 'https://fixture.example/daily/world/new/',
    title,
    date_published: publishedAt,
  }
  return JSON.stringify({ ...feed, items: [item, ...feed.items] })
}

test('a section, a topic, an author and a series are followed by keyboard, and no longer by the same', async () => {
  const page = await blank()
  for (const path of ['world/', 'tag/town/', 'author/ana/', 'series/far-away/']) await follow(page, path)
  await page.reload()
  expect(await button(page).getAttribute('aria-pressed')).toBe('true')
  await button(page).press(' ')
  expect(await button(page).getAttribute('aria-pressed')).toBe('false')
  await page.getByText('No longer followed.').waitFor()
  await page.goto(at('world/page/1/'))
  expect(await button(page).getAttribute('aria-pressed')).toBe('true')
  await page.goto(at('saved/'))
  await expect.poll(() => names(page)).toEqual(['World', 'Town', 'Ana Tes'])
})

test('a list without feeds has no button', async () => {
  const page = await open(at('tag/harbour/'))
  expect(await page.locator('h1').textContent()).toContain('Harbour')
  expect(await button(page).count()).toBe(0)
  for (const path of ['archive/', 'search/', 'world/harbour-opens/']) {
    await page.goto(at(path))
    expect(await button(page).count(), path).toBe(0)
  }
})

test('what has come since the reader looked last is marked, once, and its feed is fetched again only when it has changed', async () => {
  const page = await blank()
  await follow(page, 'world/')
  await page.goto(at('saved/'))
  await expect.poll(async () => (await headlines(page)).length).toBeGreaterThan(1)
  expect(await news(page)).toEqual([])
  site.asked.length = 0
  await page.goto(at('saved/'))
  await expect.poll(() => site.asked).toContain(`GET ${FEED} 304`)
  expect(site.asked).not.toContain(`GET ${FEED} 200`)
  site.answers.set(FEED, {
    body: await feedWith('The port <b>again</b>', new Date(Date.now() + 1000).toISOString()),
  })
  await page.goto(at('saved/'))
  await expect.poll(() => news(page)).toEqual(['The port <b>again</b>'])
  await page.goto(at('saved/'))
  await expect.poll(() => headlines(page)).toContain('The port <b>again</b>')
  expect(await news(page)).toEqual([])
})

test('without the network what was known last stands there', async () => {
  const page = await blank()
  await follow(page, 'world/')
  await page.goto(at('saved/'))
  await expect.poll(async () => (await headlines(page)).length).toBeGreaterThan(1)
  const before = await headlines(page)
  site.answers.set(FEED, { status: 503, body: '{' })
  await page.goto(at('saved/'))
  await page.getByText('Not everything could be asked for').waitFor()
  expect(await headlines(page)).toEqual(before)
})

test('a list that has moved is followed to its new address, and one that is gone says so', async () => {
  const page = await blank()
  await follow(page, 'world/')
  await follow(page, 'city/')
  const feed = await site.read(FEED)
  site.answers.set(FEED, {
    body: feed
      .replaceAll('daily/world/feed.json', 'daily/earth/feed.json')
      .replace(
        '"home_page_url":"https://fixture.example/daily/world/"',
        '"home_page_url":"https://fixture.example/daily/earth/"',
      ),
  })
  site.answers.set(`${FIXTURE_BASE}city/feed.json`, { status: 404 })
  await page.goto(at('saved/'))
  await page.locator('[data-part="gone"]:visible').waitFor()
  const addresses = page.locator('followed-list [data-part="name"]')
  await expect.poll(() => addresses.first().getAttribute('href')).toBe(`${FIXTURE_BASE}earth/`)
  await page.getByRole('button', { name: 'Stop following: World' }).press('Enter')
  await expect.poll(() => names(page)).toEqual(['City & Region'])
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(focused).toBe('Stop following: City & Region')
})

test('the list is taken to a feed reader as OPML, with the addresses of the RSS feeds', async () => {
  const page = await blank()
  await follow(page, 'city/')
  await follow(page, 'author/ana/')
  await page.goto(at('saved/'))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Take it to a feed reader (OPML)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('feeds.opml')
  const xml = await readFile(await download.path(), 'utf8')
  const { opml } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml)
  expect(opml.head.title).toBe('Followed at The Fixture')
  expect(opml.body.outline).toEqual([
    expect.objectContaining({
      text: 'City & Region',
      xmlUrl: 'https://fixture.example/daily/city/rss.xml',
      htmlUrl: 'https://fixture.example/daily/city/',
    }),
    expect.objectContaining({ text: 'Ana Tes', xmlUrl: 'https://fixture.example/daily/author/ana/rss.xml' }),
  ])
})

test('no more than thirty feeds are asked, three at a time, and none of readers who save data', async () => {
  const page = await blank()
  await page.goto(at(''))
  await page.evaluate((base) => {
    const list = (i: number) => ({
      page: `${base}x${i}/`,
      name: `X${i}`,
      lang: 'en',
      feed: `${base}x${i}/feed.json`,
      xml: '',
      html: '',
      seenAt: 0,
    })
    localStorage.setItem('followed', JSON.stringify(Array.from({ length: 40 }, (_, i) => list(i))))
  }, FIXTURE_BASE)
  const feeds = () => site.asked.filter((line) => line.includes('/feed.json')).length
  await page.goto(at('saved/'))
  await expect.poll(feeds).toBe(30)
  await page.waitForLoadState('networkidle')
  expect(feeds()).toBe(30)
  site.asked.length = 0
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } }),
  )
  await page.goto(at('saved/'))
  await expect.poll(async () => (await names(page)).length).toBe(40)
  expect(feeds()).toBe(0)
  await page.getByRole('button', { name: 'Look for news' }).click()
  await expect.poll(feeds).toBe(30)
})

describe('a storage', () => {
  test('that is forbidden says so', async () => {
    const page = await blank()
    await page.addInitScript(() => {
      const get = () => {
        throw new DOMException('no', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get })
    })
    await page.goto(at('world/'))
    await button(page).click()
    await page.locator('follow-button [data-when="forbidden"]').waitFor()
    expect(await button(page).getAttribute('aria-pressed')).toBe('false')
  })

  test('is told to other tabs', async () => {
    const page = await open(at('world/'))
    await button(page).waitFor()
    const tab = await page.context().newPage()
    await tab.goto(at('world/'))
    await button(tab).click()
    await expect.poll(() => button(page).getAttribute('aria-pressed')).toBe('true')
  })
})

test('without scripts there is no button', async () => {
  const page = await open(at('world/'), { javaScriptEnabled: false })
  expect(await page.locator('h1').isVisible()).toBe(true)
  expect(await button(page).isVisible()).toBe(false)
})

test('a list of another language is followed in its own', async () => {
  await site.close()
  site = await serveSite(BILINGUAL_DIST, BILINGUAL_BASE)
  const page = await open(at('en/kota/'))
  await button(page).click()
  await page.goto(at('saved/'))
  await expect.poll(async () => (await headlines(page)).length).toBeGreaterThan(0)
  expect(await page.locator('followed-list [data-part="name"]').getAttribute('href')).toBe(
    `${BILINGUAL_BASE}en/kota/`,
  )
  expect(await page.locator('followed-list [data-part="headline"]').first().getAttribute('lang')).toMatch(
    /^en/,
  )
})
