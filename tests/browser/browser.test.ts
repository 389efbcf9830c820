import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { drawn } from '../support/layout-shift.ts'
import { blank, open } from '../support/pages.ts'

const fixture = inject('fixtureUrl')
const sample = inject('sampleUrl')
const ARTICLE = `${fixture}world/harbour-opens/`

describe('search', () => {
  const titles = (page: Page) => page.locator('[data-results] h2').allTextContents()
  const status = (page: Page, text: RegExp | string) =>
    page.locator('[data-status]', { hasText: text }).waitFor()

  test('finds an article by a word of its body, from the form of a page, by keyboard', async () => {
    const page = await open(`${fixture}404.html`)
    await page.locator('#search-404').focus()
    await page.keyboard.type('girder')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search/?q=girder')
    await status(page, '1 article found')
    expect(await titles(page)).toEqual(['Bridge repair in the news'])
    await page.locator('[data-results] a').first().press('Enter')
    await page.waitForURL('**/daily/city/bridge-repair/')
  })

  test('stems words by the language of the article, not of the chrome', async () => {
    const english = await open(`${fixture}search/?q=agreement`)
    await status(english, 'found')
    expect(await titles(english)).toContain('Harbour opens after the storm')
    const indonesian = await open(`${fixture}search/?q=perjanjian`)
    await status(indonesian, 'found')
    expect((await titles(indonesian))[0]).toBe('Berita daerah dalam bahasa Indonesia')
    expect(await indonesian.locator('[data-results] a').first().getAttribute('lang')).toBe('id')
    // The sample's chrome is Indonesian and its articles are English.
    const sampled = await open(`${sample}search/?q=agreement`)
    await status(sampled, 'ditemukan')
    expect(await sampled.locator('mark', { hasText: /^agreements$/i }).count()).toBeGreaterThan(0)
  })

  test('finds articles in a language that nobody has a stemmer for, and does not break by them', async () => {
    const page = await open(`${fixture}search/?q=kutha`)
    await status(page, 'found')
    expect((await titles(page))[0]).toBe('Kabar saka kutha nganggo basa Jawa')
  })

  test('filters by category, sorts by date, and keeps both in the address', async () => {
    const page = await open(`${fixture}search/?q=item`)
    await status(page, '12 articles found')
    await page.locator('#search-category').selectOption('Sport')
    await status(page, '2 articles found')
    await page.locator('#search-sort').selectOption('date')
    await page.waitForURL('**/search/?q=item&category=Sport&sort=date')
    await expect.poll(() => titles(page)).toEqual(['Rowing club in the news', 'Cup final in the news'])
    await page.reload()
    await status(page, '2 articles found')
    expect(await page.locator('#search-category').inputValue()).toBe('Sport')
  })

  test('shows more than a page of results when asked', async () => {
    const page = await open(`${fixture}search/?q=item&sort=date`)
    await status(page, '12 articles found')
    expect((await titles(page)).length).toBe(10)
    await page.locator('[data-more]').click()
    await expect.poll(async () => (await titles(page)).length).toBe(12)
    const dates = await page.locator('[data-results] [data-part="date"]').allTextContents()
    const times = dates.map((date) => Date.parse(date))
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(await page.locator('[data-more]').isVisible()).toBe(false)
  })

  test('says so when nothing is found, and when there is nothing to look for', async () => {
    const page = await open(`${fixture}search/?q=%22%3Cimg%20src=x%20onerror=alert(1)%3Ezzqqx%22`)
    await status(page, 'Nothing found for “"<img src=x onerror=alert(1)>zzqqx"”.')
    await page.locator('#search-query').fill('')
    await status(page, 'Type a word to search for.')
  })

  test('says so when it cannot be loaded', async () => {
    const page = await blank()
    await page.route('**/pagefind/**', (route) => route.abort())
    await page.goto(`${fixture}search/?q=girder`)
    await status(page, 'Search could not be loaded.')
    expect(await page.locator('search-page a:visible', { hasText: 'Archive' }).first().isVisible()).toBe(true)
  })
})

describe('the theme', () => {
  const DARK = 'rgb(18, 20, 23)'

  test('survives a reload without a flash', async () => {
    const page = await open(fixture, { colorScheme: 'light' })
    await page.locator('theme-switch button[value="dark"]:visible').click()
    await page.addInitScript(() => {
      // What the first frames look like, before any module of the page has run.
      const seen: string[] = []
      Object.assign(window, { seen })
      const look = () => {
        if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor)
        if (seen.length < 5) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.reload()
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen.length))
      .toBe(5)
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(new Set(seen)).toEqual(new Set([DARK]))
    expect(await page.locator('theme-switch button[value="dark"]:visible').getAttribute('aria-pressed')).toBe(
      'true',
    )
  })

  test('follows the device until the reader chooses, and again when told to', async () => {
    const page = await open(fixture, { colorScheme: 'dark' })
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await background()).toBe(DARK)
    await page.locator('theme-switch button[value="light"]:visible').click()
    expect(await background()).toBe('rgb(255, 255, 255)')
    await page.locator('theme-switch button[value="system"]:visible').click()
    expect(await background()).toBe(DARK)
  })
})

describe('the ticker', () => {
  const TABLET = { viewport: { width: 768, height: 1024 } }
  const position = (page: Page) =>
    page.locator('headline-ticker [data-track]').evaluate((track) => track.scrollLeft)

  test('runs, and stops by its button', async () => {
    const page = await open(ARTICLE, TABLET)
    const button = page.locator('headline-ticker [data-pause]')
    await button.waitFor()
    await expect.poll(() => position(page)).toBeGreaterThan(5)
    await button.click()
    expect(await button.getAttribute('aria-pressed')).toBe('true')
    const stopped = await position(page)
    await drawn(page, 20)
    expect(await position(page)).toBe(stopped)
  })

  test('stands still for readers who want less motion', async () => {
    const page = await open(ARTICLE, { ...TABLET, reducedMotion: 'reduce' })
    await page.locator('headline-ticker a').first().waitFor()
    await drawn(page, 20)
    expect(await position(page)).toBe(0)
    expect(await page.locator('headline-ticker [data-pause]').isVisible()).toBe(false)
  })
})

test('an article page fetches the trending list of its section', async () => {
  const page = await open(`${fixture}sport/cup-final/`)
  await page.locator('aside').scrollIntoViewIfNeeded()
  await page.locator('aside h2', { hasText: 'Trending in Sport' }).waitFor()
})

test('without scripts an article reads whole, and no dead control is shown', async () => {
  const page = await open(ARTICLE, { javaScriptEnabled: false })
  for (const text of [
    'Harbour opens after the storm',
    'It stood shut for a week.',
    'More ships, says the timetable.',
  ]) {
    expect(await page.getByText(text).first().isVisible()).toBe(true)
  }
  for (const control of ['theme-switch', '[data-copy]', '[data-share]', 'headline-ticker button']) {
    for (const element of await page.locator(control).all())
      expect(await element.isVisible(), control).toBe(false)
  }
  expect(await page.locator('article img').first().isVisible()).toBe(true)
  expect(await page.locator('aside a', { hasText: 'See the latest in World' }).isVisible()).toBe(true)
  expect(await page.locator('image-dialog:not(.prose *) [data-open]').getAttribute('href')).toMatch(/\.webp$/)
  const share = page.locator('share-bar a', { hasText: 'WhatsApp' }).last()
  expect(await share.getAttribute('href')).toContain(
    'https%3A%2F%2Ffixture.example%2Fdaily%2Fworld%2Fharbour-opens%2F',
  )
})
