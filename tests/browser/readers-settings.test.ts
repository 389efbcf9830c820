import type { Locator, Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { ARTICLE, goTo, PAGE_KINDS, SAMPLE_ARTICLE } from '../support/page-kinds.ts'
import { blank, open, pageOfTable, PHONE } from '../support/pages.ts'
import { smallTargets } from '../support/small-targets.ts'

const sample = inject('sampleUrl')

const styleOf = (locator: Locator, name: string) =>
  locator.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name)

describe('with text of 24 pixels', () => {
  const LARGE = 24
  const page = pageOfTable({ ...PHONE, reducedMotion: 'reduce' })

  async function enlargeText(page: Page) {
    await page.addInitScript((size) => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = `${size}px`
      })
    }, LARGE)
  }
  const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  test.each(PAGE_KINDS)('no page is wider than a phone: $name', async (kind) => {
    await enlargeText(page())
    await kind.before?.(page())
    await goTo(page(), kind)
    expect(await styleOf(page().locator('html'), 'font-size')).toBe('24px')
    expect(await widthOf(page())).toBe(PHONE.viewport.width)
    await page().evaluate(() => localStorage.clear())
    await page().unrouteAll()
  })

  test.each(['share-bar summary', 'text-size summary', 'header summary'])(
    'nor is an open menu: %s',
    async (menu) => {
      await enlargeText(page())
      await page().goto(SAMPLE_ARTICLE)
      await page().locator(menu).first().click()
      expect(await widthOf(page())).toBe(PHONE.viewport.width)
      const box = await page().locator('details[open] > div').first().boundingBox()
      expect(box?.width).toBeGreaterThan(100)
      expect((box?.x ?? -1) + 0.5).toBeGreaterThan(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(PHONE.viewport.width)
    },
  )
})

describe('where the device names the colours', () => {
  const forced = async (url: string, options = {}) => open(url, { forcedColors: 'active', ...options })

  test.each([PHONE, { viewport: { width: 1440, height: 800 } }])(
    'the section of the page alone has a bar: %j',
    async (options) => {
      const page = await forced(SAMPLE_ARTICLE, options)
      const bars = await page
        .locator('.section-link')
        .evaluateAll((entries) =>
          entries.map((entry) => [
            entry.hasAttribute('aria-current'),
            Number.parseFloat(getComputedStyle(entry).borderBottomWidth) > 0,
          ]),
        )
      expect(bars.length).toBeGreaterThan(3)
      expect(bars.filter(([isCurrent, hasBar]) => isCurrent !== hasBar)).toEqual([])
      expect(bars.filter(([isCurrent]) => isCurrent)).toHaveLength(1)
    },
  )

  test('on a phone the tools stand in no boxes, which their names would touch', async () => {
    const page = await forced(SAMPLE_ARTICLE, PHONE)
    const tools = await page.locator('[data-tools] .tool:visible').all()
    expect(tools.length).toBeGreaterThan(2)
    for (const tool of tools) expect(await styleOf(tool, 'border-top-width')).toBe('0px')
  })

  test('what is pressed looks otherwise than what is not', async () => {
    const page = await forced(SAMPLE_ARTICLE)
    await page.locator('text-size summary').click()
    for (const group of ['text-size', 'header theme-switch:visible']) {
      const pressed = page.locator(`${group} button[aria-pressed="true"]`).first()
      const other = page.locator(`${group} button[aria-pressed="false"]`).first()
      expect(await styleOf(pressed, 'background-color'), group).not.toBe(
        await styleOf(other, 'background-color'),
      )
    }
  })

  test('a button that was told by its ground alone has a border', async () => {
    const page = await forced(ARTICLE)
    for (const button of ['image-dialog:not(.prose *) [data-open]', '#newsletter-email + button'])
      expect(await styleOf(page.locator(button).first(), 'border-top-width'), button).toBe('1px')
  })
})

describe('a reader who asks for more contrast', () => {
  test.each(['light', 'dark'] as const)('gets 7:1 in the whole article: %s', async (colorScheme) => {
    const page = await blank({ colorScheme, contrast: 'more', reducedMotion: 'reduce' })
    for (const url of [SAMPLE_ARTICLE, sample]) {
      await page.goto(url)
      expect(await axe(page, { rules: ['color-contrast-enhanced'] })).toEqual([])
    }
  })

  test('gets lines that are seen, and pictures that are not dimmed, in the theme that was chosen, too', async () => {
    const page = await blank({ colorScheme: 'light', contrast: 'more' })
    await page.goto(SAMPLE_ARTICLE)
    const rule = () => styleOf(page.locator('html'), '--rule')
    const inLight = await rule()
    await page.locator('theme-switch button[value="dark"]:visible').click()
    expect(await rule()).not.toBe(inLight)
    expect(await styleOf(page.locator('image-dialog:not(.prose *) img'), 'filter')).toBe('none')
    await page.emulateMedia({ contrast: 'no-preference' })
    expect(await styleOf(page.locator('image-dialog:not(.prose *) img'), 'filter')).toBe('brightness(0.88)')
  })
})

describe('a finger', () => {
  test.each([
    ['the front page', sample],
    ['an article', SAMPLE_ARTICLE],
    ['a section', `${sample}international-relations/`],
    ['the most read', `${sample}trending/`],
    ['an article of the fixture', ARTICLE],
  ])('meets nothing smaller than 24 pixels: %s', async (_name, url) => {
    const page = await open(url, { ...PHONE, reducedMotion: 'reduce' })
    if (await page.locator('aside').count()) {
      await page.locator('aside').last().scrollIntoViewIfNeeded()
      await page.waitForLoadState('networkidle')
    }
    expect(await smallTargets(page)).toEqual([])
  })
})
