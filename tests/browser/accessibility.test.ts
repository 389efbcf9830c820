import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe, axeInBothThemes } from '../support/axe.ts'
import { ARABIC_ARTICLE, ARTICLE, GALLERY, PAGE_KINDS, SAMPLE_ARTICLE } from '../support/page-kinds.ts'
import { blank, open, PHONE } from '../support/pages.ts'
import { filesOf } from '../support/sites.ts'
import { pretendToSpeak } from '../support/speech.ts'

const WIDTHS = [360, 1440]

interface State {
  name: string
  url: string
  width?: number
  /** As of a kind of page. */
  routes?: string[]
  before?: (page: Page) => Promise<unknown>
  /** Selectors of what is open afterwards, or looks otherwise. */
  opens: string[]
  /** What the reader does. */
  act: (page: Page) => Promise<unknown>
}

const search = (words: string) => async (page: Page) => {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.locator('search-dialog [data-results] a').first().waitFor()
}
const openMenu = (page: Page) => page.locator('body > header summary').click()

const DIALOG = ['search-dialog dialog[open]']
const MENU = ['body > header details[open]']

const STATES: State[] = [
  {
    name: 'search dialog',
    url: ARTICLE,
    routes: ['fragments/search.astro'],
    opens: DIALOG,
    act: search('quay'),
  },
  { name: 'search dialog of the sample', url: SAMPLE_ARTICLE, opens: DIALOG, act: search('agreement') },
  { name: 'search dialog in Arabic', url: ARABIC_ARTICLE, opens: DIALOG, act: search('الخشب') },
  { name: 'menu in Arabic', url: ARABIC_ARTICLE, width: 360, opens: MENU, act: openMenu },
  { name: 'menu', url: ARTICLE, width: 360, opens: MENU, act: openMenu },
  { name: 'menu of the sample', url: SAMPLE_ARTICLE, width: 360, opens: MENU, act: openMenu },
  {
    name: 'menu of text sizes, while the article is saved and read aloud',
    url: ARTICLE,
    opens: ['save-button', 'read-aloud', 'text-size details[open]'],
    before: (page) => pretendToSpeak(page, ['en-GB'], { until: 'Harbour opens after the storm' }),
    act: async (page) => {
      const controls = ['save-button button', 'read-aloud [data-play]', 'text-size summary']
      for (const control of controls) await page.locator(control).click()
      await page.locator('[data-stop]').waitFor()
    },
  },
  {
    name: 'menu of ways to share',
    url: ARTICLE,
    opens: ['share-bar details[open]'],
    act: (page) => page.locator('share-bar summary').first().click(),
  },
  {
    name: 'picture dialog',
    url: ARTICLE,
    opens: ['#picture-dialog[open]'],
    act: async (page) => {
      await page.locator('image-dialog:not(.prose *) [data-open]').first().click()
      await page.locator('#picture-dialog img').waitFor()
    },
  },
  {
    name: 'picture dialog, from near',
    url: ARTICLE,
    opens: ['#picture-dialog[open]'],
    act: async (page) => {
      await page.locator('image-dialog:not(.prose *) [data-open]').first().click()
      await page.locator('#picture-dialog [data-zoom]').click()
    },
  },
  {
    name: 'gallery’s dialog, over a card that is loaded',
    url: GALLERY,
    opens: ['dialog[open]', 'embed-card'],
    before: (page) =>
      page.route(/youtube/, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: '<html lang="en"><title>Film</title><main><h1>Film</h1></main>',
        }),
      ),
    act: async (page) => {
      await page.locator('embed-card button').first().click()
      await page.locator('.gallery-row [data-open]').first().click()
    },
  },
]

test('axe finds what is put there to be found', async () => {
  const page = await open(ARTICLE, { bypassCSP: true })
  await page.locator('main').evaluate((main) => {
    const faults = `<button style="width:9px;height:9px;padding:0">a</button><button style="width:9px;height:9px;padding:0">b</button>
      <p style="color:#999;background:#fff">pale</p><h6>Out of order</h6><img src="/x.png"><a href="/x/"></a>`
    main.insertAdjacentHTML('beforeend', faults)
  })
  const found = (await axe(page)).map((line) => line.split(':')[0])
  expect(found).toEqual(
    expect.arrayContaining(['target-size', 'color-contrast', 'heading-order', 'image-alt', 'link-name']),
  )
})

test('every route that makes a page is among the kinds of pages', async () => {
  // `feed.css.ts` makes a file of another kind, `[...alias].ts` a page; what is in admin/ is no reader's.
  const routes = (await filesOf('src/pages')).filter((file) => !/\.[a-z]+\.ts$|^admin\//.test(file))
  const known = new Set([...PAGE_KINDS, ...STATES].flatMap(({ routes = [] }) => routes))
  expect([...known].sort()).toEqual(routes)
})

describe('with something open', () => {
  test.each(STATES)('axe finds nothing: $name', async ({ url, width, opens, before, act }) => {
    const page = await blank({ reducedMotion: 'reduce' })
    await before?.(page)
    for (const each of width ? [width] : WIDTHS) {
      await page.setViewportSize({ width: each, height: 800 })
      await page.goto(url)
      await act(page)
      expect(await axeInBothThemes(page, opens)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(each)
    }
  })
})

test('the menu of a phone closes by Escape, which gives the focus back, and when the focus goes on', async () => {
  const page = await open(ARTICLE, PHONE)
  const control = page.locator('body > header summary')
  const menu = page.locator('body > header details')
  const isOpen = () => menu.evaluate((details: HTMLDetailsElement) => details.open)
  await control.press('Enter')
  expect(await isOpen()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  expect(await isOpen()).toBe(false)
  expect(await control.evaluate((element) => element === document.activeElement)).toBe(true)
  await control.press('Enter')
  await page.locator('main a').first().focus()
  expect(await isOpen()).toBe(false)
})
