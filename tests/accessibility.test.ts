import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axe } from './support/axe.ts'
import { unreached, unseenFocus } from './support/focus.ts'
import { ARTICLE, GALLERY, goTo, PAGE_KINDS, type PageKind, SAMPLE_ARTICLE } from './support/page-kinds.ts'
import { blank, open, PHONE } from './support/pages.ts'
import { filesOf } from './support/sites.ts'
import { pretendToSpeak } from './support/speech.ts'

const WIDTHS = [360, 1440]

interface State {
  name: string
  url: string
  width?: number
  /** As of a kind of page. */
  routes?: string[]
  before?: (page: Page) => Promise<unknown>
  /** What the reader does. */
  act: (page: Page) => Promise<unknown>
}

const search = (words: string) => async (page: Page) => {
  await page.keyboard.press('/')
  await page.keyboard.type(words)
  await page.locator('search-dialog [data-results] a').first().waitFor()
}
const openMenu = (page: Page) => page.locator('body > header summary').click()

const STATES: State[] = [
  { name: 'search dialog', url: ARTICLE, routes: ['fragments/search.astro'], act: search('quay') },
  { name: 'search dialog of the sample', url: SAMPLE_ARTICLE, act: search('agreement') },
  { name: 'menu', url: ARTICLE, width: 360, act: openMenu },
  { name: 'menu of the sample', url: SAMPLE_ARTICLE, width: 360, act: openMenu },
  {
    name: 'menu of text sizes, while the article is saved and read aloud',
    url: ARTICLE,
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
    act: (page) => page.locator('share-bar summary').first().click(),
  },
  {
    name: 'picture dialog',
    url: ARTICLE,
    act: async (page) => {
      await page.locator('image-dialog [data-open]').first().click()
      await page.locator('image-dialog dialog img').waitFor()
    },
  },
  {
    name: 'gallery’s dialog, over a card that is loaded',
    url: GALLERY,
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

describe('each kind of page', () => {
  const surveys = new Map<PageKind, Survey | Error>()
  beforeAll(async () => {
    // Two at a time, each in one page: a new one for each kind takes half as long again.
    const waiting = PAGE_KINDS.values()
    const work = async () => {
      const page = await blank({ reducedMotion: 'reduce' })
      for (const kind of waiting) surveys.set(kind, await survey(page, kind).catch((error: Error) => error))
    }
    await Promise.all([work(), work()])
  }, 600_000)

  describe.each(PAGE_KINDS)('$name', (kind) => {
    const seen = () => {
      const found = surveys.get(kind)
      if (found === undefined || found instanceof Error) throw found
      return found
    }

    test('has nothing that axe finds, light or dark, on a phone or a wide screen', () => {
      expect(seen().violations).toEqual([])
    })

    test('is as wide as its screen, from 320 pixels on', () => {
      expect(seen().scrollWidths).toEqual([320, ...WIDTHS])
    })

    test('shows where the focus is, and lets it go everywhere', () => {
      expect(seen().unseenFocus).toEqual([])
      expect(seen().unreached).toEqual([])
    })
  })
})

describe('with something open', () => {
  test.each(STATES)('axe finds nothing: $name', async ({ url, width, before, act }) => {
    const page = await blank({ reducedMotion: 'reduce' })
    await before?.(page)
    for (const each of width ? [width] : WIDTHS) {
      await page.setViewportSize({ width: each, height: 800 })
      await page.goto(url)
      await act(page)
      expect(await inBothThemes(page)).toEqual([])
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

interface Survey {
  violations: string[]
  scrollWidths: number[]
  unseenFocus: string[]
  unreached: string[]
}

/** Looks at a kind of page at every width, and leaves nothing behind in the browser. */
async function survey(page: Page, kind: PageKind): Promise<Survey> {
  const seen: Survey = { violations: [], scrollWidths: [], unseenFocus: [], unreached: [] }
  await kind.before?.(page)
  const measure = async () => {
    seen.scrollWidths.push(await page.evaluate(() => document.documentElement.scrollWidth))
  }
  await page.setViewportSize({ width: 320, height: 800 })
  await goTo(page, kind)
  await measure()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    // A phone turns from 320 to 360 as it stands; a wide screen may get other parts.
    if (width > 640) await goTo(page, kind)
    await measure()
    seen.violations.push(...(await inBothThemes(page)))
    seen.unseenFocus.push(...(await unseenFocus(page)).map((line) => `${width} ${line}`))
  }
  seen.unreached = await unreached(page)
  await page.evaluate(() => localStorage.clear())
  await page.unrouteAll()
  return seen
}

/** Axe's findings in a page as it stands, each theme named. */
async function inBothThemes(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const line of await axe(page)) found.push(`${page.viewportSize()?.width} ${colorScheme} ${line}`)
  }
  return found
}
