import { describe, expect, inject, test } from 'vitest'
import { en } from '#i18n/en.ts'
import { axe } from '../support/axe.ts'
import { blank, PHONE } from '../support/pages.ts'

const site = inject('bilingualUrl')
const SWITCH = 'nav[aria-label="Languages"], nav[aria-label="Bahasa"]'

describe('without scripts, on a phone, the switch', () => {
  test('is reached by the keyboard, and leads to the same list, and to the translation of an article', async () => {
    const page = await blank({ ...PHONE, javaScriptEnabled: false })
    await page.goto(`${site}kota/`)
    // After what skips to the content.
    for (let i = 0; i < 2; i++) await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('English')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site}en/kota/`)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'The old lighthouse burns again' }).first().click()
    await page.locator(SWITCH).getByRole('link', { name: 'Indonesia' }).click()
    await page.waitForURL(`${site}kota/mercusuar/`)
  })

  test.each(['', 'en/', 'ar/', 'en/kota/lighthouse/', 'ar/search/'])(
    'on /%s is seen whole, and large enough to hit',
    async (path) => {
      const page = await blank(PHONE)
      await page.goto(site + path)
      const links = await page.locator('nav').first().getByRole('link').all()
      expect(links.length).toBe(2)
      for (const link of links) {
        const box = (await link.boundingBox()) ?? expect.fail('not seen')
        expect(box.height).toBeGreaterThanOrEqual(24)
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(360)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    },
  )
})

test('the search of each chrome finds articles of all languages, and says so in its own', async () => {
  const page = await blank()
  for (const [words, title, path] of [
    ['lighthouse', 'The old lighthouse burns again', 'en/kota/lighthouse/'],
    ['mercusuar', 'Mercusuar tua menyala lagi', 'kota/mercusuar/'],
  ] as const) {
    await page.goto(`${site}en/search/?q=${words}`)
    const link = page.locator('[data-results] [data-part="title"]').first()
    await expect.poll(() => link.textContent()).toBe(title)
    expect(new URL(String(await link.getAttribute('href')), site).href).toBe(site + path)
    expect(await page.locator('[data-status]').textContent()).toMatch(/article/)
  }
})

test('the dialog, the ticker and what is fetched are in the language of the page', async () => {
  const page = await blank()
  await page.goto(`${site}en/kota/lighthouse/`)
  await expect
    .poll(() => page.locator('headline-ticker').first().textContent())
    .toContain('Nets cost more this year')
  await page.keyboard.press('/')
  await expect.poll(() => page.locator('dialog[open] [data-status]').count()).toBe(1)
  expect(await page.locator('dialog[open] label').last().textContent()).toContain(en.searchShortcut)
})

test('what is kept for later in one language is kept in the others', async () => {
  const page = await blank()
  await page.goto(`${site}en/kota/lighthouse/`)
  await page.getByRole('button', { name: en.save }).click()
  await page.goto(`${site}saved/`)
  const kept = page.locator('kept-list[name="saved"] [data-part="title"]')
  await expect.poll(() => kept.textContent()).toBe('The old lighthouse burns again')
  expect(await kept.getAttribute('lang')).toBe('en')
})

test.each(['', 'en/', 'ar/', 'en/kota/lighthouse/', 'en/kota/', 'ar/kota/manarah/', '404.html'])(
  '/%s has no fault that axe finds',
  async (path) => {
    const page = await blank(PHONE)
    await page.goto(site + path)
    expect(await axe(page)).toEqual([])
  },
)
