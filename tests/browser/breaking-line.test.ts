import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { shiftsOf, watchShifts } from '../support/layout-shift.ts'
import { blank, PHONE } from '../support/pages.ts'

const FRONT = inject('fixtureUrl')
const OTHER = `${FRONT}city/market-roof/`
const TEXT = 'The harbour opens tonight, and the bridge stays closed until the morning'
/** Between the line's moments, and when it is over. */
const DURING = '2025-06-30T19:59:00Z'
const OVER = '2025-06-30T20:00:01Z'

/** A reader whose clock shows a time. */
async function reader(time: string, options: Parameters<typeof blank>[0] = {}): Promise<Page> {
  const page = await blank(options)
  await page.clock.install({ time })
  return page
}

const line = (page: Page) => page.getByRole('region', { name: 'Breaking' })
const status = (page: Page) => page.locator('breaking-line [role=status]')

test.each([
  ['a phone', PHONE],
  ['a wide screen', {}],
])('it comes to every page without moving anything: %s', async (_name, options) => {
  const page = await reader(DURING, options)
  for (const url of [FRONT, OTHER]) {
    let release = () => {}
    const released = new Promise<void>((done) => (release = done))
    await page.route('**/fragments/breaking/', async (route) => {
      await released
      await route.continue()
    })
    await watchShifts(page)
    await page.goto(url)
    // What the fonts move comes before it.
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(300)
    const before = (await shiftsOf(page)).length
    release()
    await expect.poll(() => line(page).isVisible()).toBe(true)
    await page.waitForTimeout(300)
    expect((await shiftsOf(page)).slice(before)).toEqual([])
    await page.unroute('**/fragments/breaking/')
    expect(await line(page).getByRole('link').textContent()).toBe(TEXT)
  }
  await line(page).getByRole('link').click()
  await page.waitForURL(`${FRONT}world/harbour-opens/`)
  // Whoever reads that article needs no way to it.
  await page.waitForTimeout(500)
  expect(await line(page).isVisible()).toBe(false)
})

test('it is said once, and closed for good by the keyboard, which goes on from there', async () => {
  const page = await reader(DURING)
  await page.goto(OTHER)
  await expect.poll(() => status(page).textContent()).toContain(TEXT)
  await line(page).getByRole('link').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await line(page).isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('breaking-line')
  for (const url of [FRONT, OTHER]) {
    await page.goto(url)
    await page.waitForTimeout(500)
    expect(await line(page).isVisible()).toBe(false)
    expect(await status(page).textContent()).toBe('')
  }
})

test('where storage is forbidden it is closed on the page', async () => {
  const page = await reader(DURING)
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
  })
  await page.goto(OTHER)
  await expect.poll(() => line(page).isVisible()).toBe(true)
  await line(page).getByRole('button').click()
  expect(await line(page).isVisible()).toBe(false)
})

test('it is over at its moment, though no build runs', async () => {
  const page = await reader(DURING)
  await page.goto(OTHER)
  await expect.poll(() => line(page).isVisible()).toBe(true)
  await page.clock.fastForward('02:00')
  await expect.poll(() => line(page).isVisible()).toBe(false)
  const late = await reader(OVER)
  await late.goto(OTHER)
  await late.waitForTimeout(500)
  expect(await line(late).isVisible()).toBe(false)
})

test('a reader who comes back to the page sees the line that there is by then', async () => {
  const page = await reader(DURING)
  let answer = '<p hidden></p>'
  let asked = 0
  await page.route('**/fragments/breaking/', (route) => {
    asked++
    return route.fulfill({ contentType: 'text/html', body: answer })
  })
  await page.goto(OTHER)
  await expect.poll(() => asked).toBe(1)
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await comeBack()
  answer =
    '<section aria-label="Breaking" data-id="2" data-until="2025-06-30T21:00:00Z"><p>All clear</p><button type="button" aria-label="x"></button></section>'
  await page.clock.fastForward('01:30')
  await comeBack()
  await expect.poll(() => line(page).textContent()).toContain('All clear')
  expect(asked).toBe(2)
  // A network that is lost takes nothing away.
  await page.unroute('**/fragments/breaking/')
  await page.route('**/fragments/breaking/', (route) => route.abort())
  await page.clock.fastForward('01:30')
  await comeBack()
  await page.waitForTimeout(300)
  expect(await line(page).textContent()).toContain('All clear')
})

test.each([
  ['a phone', PHONE],
  ['a wide screen', {}],
  ['in the dark', { colorScheme: 'dark' as const }],
])('axe has nothing to say: %s', async (_name, options) => {
  const page = await reader(DURING, options)
  await page.goto(OTHER)
  await expect.poll(() => line(page).isVisible()).toBe(true)
  expect(await axe(page)).toEqual([])
})

test('what a wide screen has it laid over is out of the keyboard’s way', async () => {
  const page = await reader(DURING)
  await page.goto(FRONT)
  await expect.poll(() => line(page).isVisible()).toBe(true)
  expect(
    await page.locator('breaking-line + section').evaluate((row) => getComputedStyle(row).visibility),
  ).toBe('hidden')
})

test('without scripts the pages of every build have it as a link', async () => {
  const page = await blank({ javaScriptEnabled: false })
  await page.goto(FRONT)
  expect(await page.getByRole('link', { name: TEXT }).isVisible()).toBe(true)
  await page.goto(OTHER)
  expect(await page.getByText(TEXT).count()).toBe(0)
})
