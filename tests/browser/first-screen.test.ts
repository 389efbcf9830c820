import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { drawn } from '../support/layout-shift.ts'
import { SAMPLE_ARTICLE } from '../support/page-kinds.ts'
import { blank, open, PHONE } from '../support/pages.ts'

const sample = inject('sampleUrl')
const arabic = inject('arabicUrl')
const DESK = { viewport: { width: 1440, height: 900 } }

/** How many lines the text of an element is broken into. */
const linesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const { lineHeight } = getComputedStyle(element)
    return Math.round(element.getBoundingClientRect().height / Number.parseFloat(lineHeight))
  })

describe("an article's first screen on a phone", () => {
  test('has one row of masthead, and names the section once above the headline', async () => {
    const page = await open(SAMPLE_ARTICLE, PHONE)
    const header = await page.locator('body > header').boundingBox()
    expect(header?.height).toBeLessThanOrEqual(60)
    const headline = await page.locator('h1').boundingBox()
    const section = await page.locator('nav [data-section]').textContent()
    const named = await page.getByText(section?.trim() ?? '', { exact: true }).evaluateAll(
      (elements, below) =>
        elements.filter((element) => {
          const { top, height } = element.getBoundingClientRect()
          return height > 1 && top < below
        }).length,
      headline?.y ?? 0,
    )
    expect(named).toBe(1)
  })

  test('shows the picture from 480 pixels on, under a headline of three lines and two lines below it', async () => {
    const page = await open(SAMPLE_ARTICLE, PHONE)
    await page.evaluate(() => {
      const put = (selector: string, text: string) => {
        const element = document.querySelector(selector)
        if (element) element.textContent = text
      }
      put('h1', 'Gubernur menunda jalur kereta pesisir sampai Januari')
      put('header .p-summary', 'Kontraktor diberi waktu sampai Januari untuk memeriksa tanggul.')
    })
    await page.evaluate(() => document.fonts.ready)
    expect(await linesOf(page, 'h1')).toBe(3)
    expect(await linesOf(page, 'header .p-summary')).toBe(2)
    const picture = await page.locator('article figure img').first().boundingBox()
    expect(picture?.y).toBeLessThan(480)
  })
})

describe('the headlines on a phone', () => {
  const place = (page: Page) =>
    page.locator('headline-ticker [data-track]').evaluate((track) => track.scrollLeft)
  const stops = (page: Page) =>
    page
      .locator('headline-ticker')
      .locator('a, button')
      .evaluateAll(
        (elements) =>
          elements.filter((element) => {
            const { tabIndex } = element as HTMLElement
            return tabIndex >= 0 && element.checkVisibility()
          }).length,
      )
  /** The headlines that are seen within their frame. */
  const seen = (page: Page) =>
    page.locator('headline-ticker [data-track]').evaluate((track) => {
      const frame = track.getBoundingClientRect()
      return [...track.querySelectorAll('a')]
        .filter((headline) => {
          const { left, right } = headline.getBoundingClientRect()
          return right > frame.left + 1 && left < frame.right - 1
        })
        .map(({ textContent }) => textContent.trim())
    })

  test.each([
    ['in Indonesian', sample, 'ArrowRight', 'ArrowLeft'],
    ['in Arabic, from right to left', arabic, 'ArrowLeft', 'ArrowRight'],
  ])('are one that stands still, and goes on when the reader says so: %s', async (_, url, on, back) => {
    const page = await open(url, PHONE)
    const ticker = page.locator('headline-ticker')
    const titles = (await ticker.locator('a').allTextContents()).map((title) => title.trim())
    expect(titles.length).toBeGreaterThan(2)
    await ticker.locator('[data-next]').waitFor()
    expect(await stops(page)).toBe(1)
    await drawn(page, 20)
    expect(await place(page)).toBe(0)
    expect(await seen(page)).toEqual([titles[0]])

    await ticker.locator('[data-next]').click()
    await expect.poll(() => seen(page)).toEqual([titles[1]])
    expect(await stops(page)).toBe(1)

    await ticker.locator('a').nth(1).focus()
    await page.keyboard.press(on)
    await expect.poll(() => seen(page)).toEqual([titles[2]])
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim())
    expect(await focused()).toBe(titles[2])
    await page.keyboard.press(back)
    await page.keyboard.press(back)
    await expect.poll(() => seen(page)).toEqual([titles[0]])
    expect(await focused()).toBe(titles[0])
    expect(await stops(page)).toBe(1)
  })

  test('follow a swipe', async () => {
    const page = await open(sample, PHONE)
    await page.locator('headline-ticker [data-next]').waitFor()
    await page
      .locator('headline-ticker [data-track]')
      .evaluate((track) => track.scrollBy({ left: track.clientWidth * 2, behavior: 'instant' }))
    await expect
      .poll(() => page.locator('headline-ticker a').evaluateAll((all) => all.map((a) => a.tabIndex)))
      .toEqual([-1, -1, 0, -1, -1, -1])
  })

  test('end in an ellipsis where they are too long', async () => {
    const page = await open(sample, PHONE)
    const cut = await page
      .locator('headline-ticker a')
      .first()
      .evaluate((headline) => ({
        isCut: headline.scrollWidth > headline.clientWidth,
        by: getComputedStyle(headline).textOverflow,
      }))
    expect(cut).toEqual({ isCut: true, by: 'ellipsis' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })

  test('run when the screen is turned and there is room, and stand again when it is turned back', async () => {
    const page = await open(sample, PHONE)
    await page.locator('headline-ticker [data-next]').waitFor()
    await page.setViewportSize({ width: 740, height: 360 })
    await expect.poll(() => place(page)).toBeGreaterThan(5)
    expect(await page.locator('headline-ticker [data-next]').isVisible()).toBe(false)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => place(page)).toBe(0)
    expect(await stops(page)).toBe(1)
    expect(await page.locator('headline-ticker [data-pause]').isVisible()).toBe(false)
  })

  test('are not asked for by an article until they are seen', async () => {
    const page = await blank(PHONE)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(SAMPLE_ARTICLE)
    await page.waitForLoadState('networkidle')
    // Breaking news comes to every page.
    expect(asked.filter((path) => path.startsWith('/fragments/'))).toEqual(['/fragments/breaking/'])
    await page.locator('footer').scrollIntoViewIfNeeded()
    await page.locator('headline-ticker a').first().waitFor()
    expect(asked).toContain('/fragments/ticker/')
  })
})

describe('the front page on a wide screen', () => {
  test('leaves no hole in a section', async () => {
    const page = await open(sample, DESK)
    await page.evaluate(() => document.fonts.ready)
    const holes = await page.locator('main section[data-section]').evaluateAll((sections) =>
      sections.flatMap((section) =>
        [...section.querySelectorAll('ul')].flatMap((list) => {
          const bottoms = new Map<number, number>()
          for (const card of list.querySelectorAll('article')) {
            const isBox = getComputedStyle(card).backgroundColor !== 'rgba(0, 0, 0, 0)'
            const ends = isBox ? [card] : [...card.querySelectorAll('*')]
            const x = Math.round(card.getBoundingClientRect().x)
            const bottom = Math.max(...ends.map((end) => end.getBoundingClientRect().bottom))
            bottoms.set(x, Math.max(bottoms.get(x) ?? 0, bottom))
          }
          const lowest = Math.max(...bottoms.values())
          return [...bottoms.values()].map((bottom) => ({
            section: (section as HTMLElement).dataset.section,
            hole: lowest - bottom,
          }))
        }),
      ),
    )
    expect(holes.length).toBeGreaterThan(20)
    expect(holes.filter(({ hole }) => hole > 100)).toEqual([])
  })

  test('has headlines of one size beside each other, none larger than that of the first in its section', async () => {
    const page = await open(sample, DESK)
    const sizes = await page
      .locator('main section[data-section]')
      .evaluateAll((sections) =>
        sections.map((section) =>
          [...section.querySelectorAll('h3')].map((h) => Number.parseFloat(getComputedStyle(h).fontSize)),
        ),
      )
    expect(sizes.length).toBeGreaterThan(3)
    for (const [first = 0, ...others] of sizes) {
      expect(new Set(others).size).toBeLessThanOrEqual(1)
      expect(Math.max(first, ...others)).toBe(first)
    }
  })

  test('shows ten stories on the first screen, none of them twice', async () => {
    const page = await open(sample, DESK)
    const titles = await page.locator('main a.headline-link').evaluateAll((all) =>
      all
        .filter((link) => {
          const { top, height } = link.getBoundingClientRect()
          return height > 0 && top >= 0 && top < innerHeight
        })
        .map(({ textContent }) => textContent.trim()),
    )
    expect(titles.length).toBeGreaterThanOrEqual(10)
    expect(new Set(titles).size).toBe(titles.length)
  })
})

describe('the front page on a phone', () => {
  test('is less than seven screens long', async () => {
    const page = await open(sample, PHONE)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    expect(height / PHONE.viewport.height).toBeLessThan(7)
  })

  test('shows pictures in its first three sections, and lists of headlines after them', async () => {
    const page = await open(sample, PHONE)
    const pictures = await page
      .locator('main section[data-section]')
      .evaluateAll((sections) =>
        sections.map(
          (section) => [...section.querySelectorAll('img')].filter((img) => img.checkVisibility()).length,
        ),
      )
    expect(pictures).toEqual([1, 1, 1, ...pictures.slice(3).map(() => 0)])
    expect(pictures.length).toBeGreaterThan(4)
  })
})
