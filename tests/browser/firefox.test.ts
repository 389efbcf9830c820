import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { useFirefox } from '../support/firefox.ts'
import { type ServedSite, serveSite } from '../support/served-site.ts'
import { FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

const fixture = inject('fixtureUrl')
const ARTICLE = `${fixture}world/harbour-opens/`
const GALLERY = `${fixture}world/river-walk/`

const blank = useFirefox()

async function open(url: string, size?: { width: number; height: number }): Promise<Page> {
  const page = await blank(size)
  await page.goto(url)
  return page
}

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) => elements.map((element) => (element.textContent ?? '').trim()))
const isVisible = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.checkVisibility({ visibilityProperty: true }))
const hasFocus = (page: Page, selector: string) =>
  page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)
const widthOf = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.getBoundingClientRect().width)

describe('reading', () => {
  test.each([360, 1440])(
    'an article has its fonts and pictures, and is no wider than %i pixels',
    async (width) => {
      const page = await open(ARTICLE, { width, height: 740 })
      expect(await textOf(page, 'h1')).toBe('Harbour opens after the storm')
      const fonts = await page.evaluate(async () => {
        await document.fonts.ready
        return [...document.fonts].filter(({ status }) => status === 'loaded').length
      })
      expect(fonts).toBeGreaterThan(1)
      const picture = await page.$eval('article img', async (image) => {
        await image.decode()
        return image.naturalWidth
      })
      expect(picture).toBeGreaterThanOrEqual(360)
      const room = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(room).toBe(0)
    },
  )

  test('the size of the text and the theme change by keyboard, and stay on the next page', async () => {
    const page = await open(ARTICLE)
    const size = () => page.$eval('.prose', (prose) => Number.parseFloat(getComputedStyle(prose).fontSize))
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const [before, light] = [await size(), await paper()]
    await page.focus('text-size summary')
    await page.keyboard.press('Enter')
    await page.focus('text-size button[value="larger"]')
    await page.keyboard.press('Enter')
    expect(await size()).toBeCloseTo(before * 1.45, 1)
    await page.focus('theme-switch button[value="dark"]')
    await page.keyboard.press('Enter')
    expect(await paper()).not.toBe(light)
    await page.goto(`${fixture}city/library-hours/`)
    expect(await size()).toBeCloseTo(before * 1.45, 1)
    expect(await paper()).not.toBe(light)
  })

  test('a gallery goes on by keys and counts', async () => {
    const page = await open(GALLERY, { width: 360, height: 740 })
    const counts = (text: string) =>
      expect.poll(() => textOf(page, 'image-gallery [data-counter]')).toBe(text)
    await counts('1 of 3')
    await page.focus('.gallery-row')
    await page.keyboard.press('ArrowRight')
    await counts('2 of 3')
    await page.keyboard.press('Home')
    await counts('1 of 3')
  })

  test('the contents mark the section that is read', async () => {
    const page = await open(GALLERY)
    await page.evaluate(() => document.getElementById('the-depth')?.scrollIntoView({ behavior: 'instant' }))
    await expect
      .poll(() => textsOf(page, 'following-contents [aria-current="location"]'))
      .toEqual(['The depth'])
  })

  test('what is fetched late is there: the list of what is read most, and the headlines', async () => {
    const page = await open(ARTICLE)
    await page.$eval('aside lazy-fragment', (fragment) => fragment.scrollIntoView())
    await page.waitForSelector('aside lazy-fragment h2')
  })

  test('what is read in another language says so', async () => {
    const page = await open(`${fixture}city/berita-daerah/`)
    expect(await page.$eval('article', (article) => article.lang)).toBe('id')
  })
})

describe('search', () => {
  test('the dialog opens by /, shows results to the arrow keys, and opens one by Enter', async () => {
    const page = await open(ARTICLE)
    await page.keyboard.press('/')
    await page.keyboard.type('item')
    await expect.poll(() => textOf(page, 'search-dialog [data-status]')).toContain('12 articles found')
    const [first = ''] = await textsOf(page, 'search-dialog [data-results] [data-part="title"]')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(first)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await textOf(page, 'h1')).toBe(first)
  })

  test('the dialog closes by Escape and gives the focus back', async () => {
    const page = await open(fixture)
    await page.focus('[data-open-search]')
    await page.keyboard.press('Enter')
    await expect.poll(() => isVisible(page, 'search-dialog dialog')).toBe(true)
    await page.keyboard.press('Escape')
    await expect.poll(() => isVisible(page, 'search-dialog dialog')).toBe(false)
    expect(await hasFocus(page, '[data-open-search]')).toBe(true)
  })

  test('the page finds, counts and filters, and keeps it in its address', async () => {
    const page = await open(`${fixture}search/?q=item`)
    const found = () => textOf(page, 'search-page [data-status]')
    await expect.poll(found).toContain('12 articles found')
    await expect.poll(() => textsOf(page, '#search-category option')).toContain('World (3)')
    await page.select('#search-category', 'World')
    await expect.poll(found).toContain('3 articles found')
    expect(new URL(page.url()).search).toBe('?q=item&category=World')
    await page.reload()
    await expect.poll(found).toContain('3 articles found')
  })

  test('a query that finds nothing ends in a clear line', async () => {
    const page = await open(`${fixture}search/?q=%22girder+timetable%22`)
    await page.waitForSelector('[data-offers] button')
  })
})

describe('an enlarged picture', () => {
  const dialog = '#picture-dialog'
  const isOpen = (page: Page) => isVisible(page, dialog)

  test.each([360, 768, 1440])('fills a screen of %i pixels, on black', async (width) => {
    const page = await open(ARTICLE, { width, height: 740 })
    const onPage = await widthOf(page, 'image-dialog img')
    await page.focus('image-dialog [data-open]')
    await page.keyboard.press('Enter')
    await expect.poll(() => isOpen(page)).toBe(true)
    expect(await widthOf(page, dialog)).toBe(width)
    const picture = `${dialog} figure:not([inert]) img`
    await page.$eval(picture, (image) => (image as HTMLImageElement).decode())
    expect(await widthOf(page, picture)).toBeGreaterThanOrEqual(Math.min(onPage, 740) - 1)
    expect(await page.$eval(dialog, (element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(0, 0, 0)',
    )
  })

  test('closes by Escape and by back, and gives the focus back', async () => {
    const page = await open(ARTICLE)
    const control = 'image-dialog [data-open]'
    for (const close of [() => page.keyboard.press('Escape'), () => page.evaluate(() => history.back())]) {
      await page.focus(control)
      await page.keyboard.press('Enter')
      await expect.poll(() => isOpen(page)).toBe(true)
      await close()
      await expect.poll(() => isOpen(page)).toBe(false)
      await expect.poll(() => hasFocus(page, control)).toBe(true)
      await expect.poll(() => page.evaluate(() => history.state?.picture)).toBeUndefined()
    }
    expect(page.url()).toBe(ARTICLE)
  })

  test('of a gallery goes on by keys', async () => {
    const page = await open(GALLERY)
    await page.$eval('image-gallery [data-open]', (link) => (link as HTMLElement).click())
    await expect.poll(() => textOf(page, `${dialog} [data-position]`)).toBe('1 of 3')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => textOf(page, `${dialog} [data-position]`)).toBe('2 of 3')
  })
})

describe('without the network', () => {
  let site: ServedSite
  beforeAll(async () => {
    site = await serveSite(FIXTURE_DIST, FIXTURE_BASE)
  })
  afterAll(() => site.close())

  test('a saved article opens, any other page is the list, and what is taken off is gone', async () => {
    const page = await open(`${site.url}world/harbour-opens/`)
    await page.click('save-button button')
    const scopes = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope))
    await expect.poll(scopes).toEqual([site.url])
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    site.isDown = true
    await page.goto(`${site.url}world/harbour-opens/`)
    expect(await textOf(page, 'h1')).toBe('Harbour opens after the storm')
    expect(await textOf(page, '[data-copied]')).toMatch(/^No network: this is your copy of /)
    expect(
      await page.$eval('article img', async (image) => {
        await image.decode()
        return image.naturalWidth
      }),
    ).toBe(480)
    await page.goto(`${site.url}city/`)
    await expect.poll(() => textOf(page, 'h1')).toBe('No network')
    await page.waitForSelector('kept-list[name="saved"] h3')
    await page.click('kept-list[name="saved"] [data-clear]')
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
    site.isDown = false
    await page.goto(site.url)
    await expect.poll(scopes).toEqual([])
  })
})
