import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { ARABIC_ARTICLE, ENGLISH_IN_ARABIC } from '../support/page-kinds.ts'
import { blank, open, PHONE } from '../support/pages.ts'

const site = inject('arabicUrl')
const english = inject('fixtureUrl')

const leftOf = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())?.x ?? NaN

/** What a chevron or an arrow is turned by: its first column as the screen has it. */
const turned = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { transform, rotate, scale } = getComputedStyle(element)
      return [transform, rotate, scale].filter((value) => value !== 'none').join(' ')
    })

test('the chrome runs from right to left, and what is English in it does not', async () => {
  const page = await open(site)
  expect(await page.locator('html').evaluate(({ lang, dir }: HTMLElement) => [lang, dir])).toEqual([
    'ar',
    'rtl',
  ])
  const name = await leftOf(page, 'body > header a >> nth=0')
  expect(name).toBeGreaterThan(await leftOf(page, 'body > header theme-switch >> nth=0'))
  const headline = page.getByRole('link', { name: 'A visitor’s notes on the old wheel' }).first()
  expect(await headline.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
  expect(
    await page
      .locator('main h1, main h2')
      .first()
      .evaluate((h) => getComputedStyle(h).letterSpacing),
  ).toBe('normal')
})

test.each([
  ['from right to left in Arabic', site, -1],
  ['from left to right in English', english, 1],
])('the headlines run past %s', async (_, url, sign) => {
  const page = await open(url, { viewport: { width: 700, height: 740 } })
  const track = page.locator('headline-ticker [data-track]')
  const place = () => track.evaluate((element) => element.scrollLeft)
  await expect.poll(async () => sign * (await place())).toBeGreaterThan(5)
  const before = sign * (await place())
  await expect.poll(async () => sign * (await place())).toBeGreaterThan(before)
})

describe('a gallery', () => {
  const counter = (page: Page) => page.locator('image-gallery [data-counter]').textContent()

  test.each([
    ['of an Arabic article leads on to the left', ARABIC_ARTICLE, 'ArrowLeft', 'ArrowRight', -1],
    ['of an English one in the same chrome to the right', ENGLISH_IN_ARABIC, 'ArrowRight', 'ArrowLeft', 1],
  ])('%s', async (_, url, onward, back, sign) => {
    const page = await open(url)
    await page.locator('.gallery-row').scrollIntoViewIfNeeded()
    await expect.poll(() => counter(page)).toBe('1 من 3')
    await page.locator('.gallery-row').focus()
    await page.keyboard.press(onward)
    await expect.poll(() => counter(page)).toBe('2 من 3')
    await page.keyboard.press(back)
    await expect.poll(() => counter(page)).toBe('1 من 3')
    const buttons = ['[data-go="-1"]', '[data-go="1"]'].map((one) => leftOf(page, `.gallery-tools ${one}`))
    const [previous = NaN, next = NaN] = await Promise.all(buttons)
    expect(Math.sign(next - previous)).toBe(sign)
    expect(await turned(page, '.gallery-tools [data-go="1"] svg')).toBe(sign < 0 ? '90deg' : '-90deg')
  })

  test('and its dialog follow the arrows on their buttons', async () => {
    const page = await open(ARABIC_ARTICLE)
    await page.locator('.gallery-row [data-open]').first().click()
    const position = page.locator('#picture-dialog[open] [data-position]')
    await expect.poll(() => position.textContent()).toMatch(/^1 من /)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => position.textContent()).toMatch(/^2 من /)
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => position.textContent()).toMatch(/^1 من /)
    expect(await turned(page, '#picture-dialog [data-step="1"] svg')).toBe('90deg')
    expect(await leftOf(page, '#picture-dialog [data-step="1"]')).toBeLessThan(
      await leftOf(page, '#picture-dialog [data-step="-1"]'),
    )
  })
})

test('arrows between pages of a list point to where the pages are', async () => {
  const page = await open(`${site}city/`)
  expect(await turned(page, 'a[rel="next"] [aria-hidden]')).toBe('-1 1')
  const arrow = await leftOf(page, 'a[rel="next"] [aria-hidden]')
  expect(arrow).toBeLessThan((await leftOf(page, 'a[rel="next"]')) + 30)
  const other = await open(`${english}city/`)
  expect(await turned(other, 'a[rel="next"] [aria-hidden]')).toBe('')
})

test('menus open within the screen of a phone', async () => {
  const page = await open(ARABIC_ARTICLE, PHONE)
  for (const summary of ['body > header summary', 'share-bar summary', 'text-size summary']) {
    const control = page.locator(summary).first()
    await control.click()
    const menu = page.locator('details[open] > :not(summary)').last()
    const box = await menu.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    await control.click()
  }
})

test('the search finds Arabic words by their stems, counts in Arabic, and marks them from right to left', async () => {
  const page = await open(`${site}search/?q=${encodeURIComponent('الخشب')}`)
  await expect.poll(() => page.locator('[data-status]').first().textContent()).toBe('وجد مقال واحد')
  expect(
    await page
      .locator('[data-results] a')
      .first()
      .evaluate((a) => getComputedStyle(a).direction),
  ).toBe('rtl')
  await page.goto(ARABIC_ARTICLE)
  await page.keyboard.press('/')
  await page.keyboard.type('الخشب')
  const all = page.locator('search-dialog [data-see-all]')
  await all.waitFor()
  expect(await turned(page, 'search-dialog [data-see-all] svg')).toBe('90deg')
})

test('a feed in a browser runs as its words do', async () => {
  const page = await blank()
  await page.goto(`${site}rss.xml`)
  const title = page.locator('item > title').first()
  expect(await title.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('plaintext')
})
