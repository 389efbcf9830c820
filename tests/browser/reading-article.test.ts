import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { blank } from '../support/pages.ts'

const fixture = inject('fixtureUrl')
const WALK = `${fixture}world/river-walk/`
const CANONICAL = 'https://fixture.example/daily/world/river-walk/'

/** The page, and every address of another site that it has asked for; none of them is let through. */
async function walk(options: BrowserContextOptions = {}) {
  const page = await blank({ viewport: { width: 1440, height: 700 }, ...options })
  const foreign: string[] = []
  await page.route(
    ({ host }) => host !== new URL(fixture).host,
    (route) => {
      foreign.push(route.request().url())
      return route.fulfill({ contentType: 'text/html', body: '<title>There</title>' })
    },
  )
  await page.goto(WALK)
  return { page, foreign }
}

describe('a gallery', () => {
  const counter = (page: Page) => page.locator('image-gallery [data-counter]')
  const counts = (page: Page, text: string) => expect.poll(() => counter(page).textContent()).toBe(text)

  test('goes on by arrow keys and buttons, and counts what is swiped to', async () => {
    const { page } = await walk({ viewport: { width: 360, height: 740 } })
    const row = page.locator('.gallery-row')
    await counts(page, '1 of 3')
    await row.focus()
    await page.keyboard.press('ArrowRight')
    await counts(page, '2 of 3')
    await page.keyboard.press('Home')
    await counts(page, '1 of 3')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await counts(page, '3 of 3')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await counts(page, '2 of 3')
    await page.getByRole('button', { name: 'Previous picture' }).click()
    await counts(page, '1 of 3')
    const previous = page.getByRole('button', { name: 'Previous picture' })
    expect(await previous.getAttribute('aria-disabled')).toBe('true')
    await row.evaluate((element) => element.scrollTo({ left: element.scrollWidth }))
    await counts(page, '3 of 3')
    expect(await previous.getAttribute('aria-disabled')).toBe('false')
  })

  test('moves at once for readers who want less motion', async () => {
    const { page } = await walk({ reducedMotion: 'reduce' })
    const moved = await page.locator('.gallery-row').evaluate((row) => {
      row.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      return row.scrollLeft
    })
    expect(moved).toBeGreaterThan(100)
  })
})

test('a card asks its site for nothing until its button is pressed', async () => {
  const { page, foreign } = await walk()
  await page.locator('embed-card').last().scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
  const film = page.locator('embed-card[data-kind="video"]')
  await film.getByRole('button', { name: 'Play the video from YouTube' }).press('Enter')
  await expect
    .poll(() => foreign)
    .toEqual(['https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?autoplay=1&start=65'])
  const frame = film.locator('iframe')
  expect(await frame.getAttribute('title')).toBe('YouTube')
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await film.getByRole('link').getAttribute('href')).toBe('https://youtu.be/aaaaaaaaaaa?t=1m5s')
  expect(await page.locator('embed-card[data-kind="map"] iframe').count()).toBe(0)
})

describe('the contents', () => {
  const current = (page: Page) =>
    page.locator('following-contents [aria-current="location"]').allTextContents()

  test('mark the section that is read, after a jump as well', async () => {
    const { page } = await walk({ reducedMotion: 'reduce' })
    const at = (id: string) =>
      page.evaluate((name) => document.getElementById(name)?.scrollIntoView({ block: 'start' }), id)
    await expect.poll(() => current(page)).toEqual([])
    await at('the-map')
    await expect.poll(async () => (await current(page)).map((text) => text.trim())).toEqual(['The map'])
    await at('the-depth')
    await expect.poll(async () => (await current(page)).map((text) => text.trim())).toEqual(['The depth'])
    await page.evaluate(() => scrollTo(0, 0))
    await expect.poll(() => current(page)).toEqual([])
  })
})

describe('the link beside a heading', () => {
  test('is no part of its name, nor of a text that is copied', async () => {
    const { page } = await walk()
    const names = await page
      .getByRole('heading', { level: 2 })
      .evaluateAll((headings) =>
        headings.filter(({ id }) => id.startsWith('the-')).map(({ textContent }) => textContent),
      )
    expect(names.length).toBeGreaterThan(2)
    for (const name of names)
      expect(await page.locator('.prose').getByRole('heading', { name, exact: true }).count()).toBe(1)
    const copied = await page.locator('heading-links').evaluate((prose) => {
      getSelection()?.selectAllChildren(prose)
      return String(getSelection())
    })
    expect(copied).toContain('The map')
    expect(copied).not.toContain('#')
  })

  test.each([
    ['a mouse', {}],
    ['a finger', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ])(
    'is seen when the heading is pointed at or the link has the focus, and not before: %s',
    async (_case, options) => {
      const { page } = await walk(options)
      const link = page.getByRole('link', { name: 'Link to this section: The map' })
      const opacity = () => link.evaluate((element) => getComputedStyle(element).opacity)
      expect(await opacity()).toBe('0')
      await page.getByRole('heading', { name: 'The map', exact: true }).hover()
      expect(await opacity()).toBe('1')
      await page.mouse.move(0, 0)
      expect(await opacity()).toBe('0')
      await link.focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      expect(await opacity()).toBe('1')
    },
  )

  test('copies the address of its section and says so', async () => {
    const { page } = await walk({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('link', { name: 'Link to this section: The map' }).press('Enter')
    await page.locator('heading-links [role="status"]', { hasText: 'Link copied' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${CANONICAL}#the-map`)
    expect(new URL(page.url()).hash).toBe('#the-map')
    await expect.poll(() => page.locator('heading-links [role="status"]').textContent()).toBe('')
  })

  test('still leads there where copying is forbidden', async () => {
    const { page } = await walk()
    const faults: Error[] = []
    page.on('pageerror', (fault) => faults.push(fault))
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden'))
    })
    await page.getByRole('link', { name: 'Link to this section: The film' }).press('Enter')
    await page.waitForURL('**/#the-film')
    expect(await page.locator('heading-links [role="status"]').textContent()).toBe('')
    expect(faults).toEqual([])
  })
})

test('without scripts pictures, links and sections are there, and no dead control', async () => {
  const { page, foreign } = await walk({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  for (const button of await page.locator('main article button').all())
    expect(await button.isVisible()).toBe(false)
  expect(await page.locator('.embed-notice').first().isVisible()).toBe(false)
  expect(await page.getByRole('link', { name: 'The mouth of the river' }).isVisible()).toBe(true)
  const last = page.locator('.gallery-row img').last()
  await last.scrollIntoViewIfNeeded()
  expect(await last.isVisible()).toBe(true)
  expect(await page.locator('.gallery-row [data-open]').last().getAttribute('href')).toMatch(/\.webp$/)
  expect(await page.locator('a.heading-link').first().getAttribute('href')).toBe('#the-bank')
  expect(foreign).toEqual([])
})

test('a wide table scrolls in its own frame by keyboard, and the page stays as wide as the screen', async () => {
  const { page } = await walk({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })
  const region = page.getByRole('region', { name: 'Table 1' })
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test('the foot leads to the articles before and after in the section', async () => {
  const { page } = await walk()
  const foot = page.getByRole('navigation', { name: 'More from World' })
  expect(await foot.locator('a[rel="prev"]').count()).toBe(0)
  await foot.getByRole('link', { name: /^Next in World/ }).click()
  const back = page.getByRole('navigation', { name: 'More from World' }).locator('a[rel="prev"]')
  expect(await back.getAttribute('href')).toBe(new URL(WALK).pathname)
})
