import { expect, inject, test } from 'vitest'
import { drawn, shiftsOf, watchShifts } from '../support/layout-shift.ts'
import { ARTICLE, SAMPLE_ARTICLE } from '../support/page-kinds.ts'
import { blank, PHONE } from '../support/pages.ts'

const MOST = 0.02

test.each([
  ['fixture front', inject('fixtureUrl')],
  ['fixture article', ARTICLE],
  ['sample front', inject('sampleUrl')],
  ['sample article', SAMPLE_ARTICLE],
])('on a first visit by phone nothing moves when the fonts come late: %s', async (_name, url) => {
  const page = await blank(PHONE)
  await watchShifts(page)
  let release = () => {}
  const released = new Promise<void>((done) => (release = done))
  await page.route('**/*.woff2', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  const loaded = () =>
    page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)
  // Painted in the fonts of the device.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  expect(await page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loading'))).toBe(true)
  const local = await loaded()
  release()
  await expect.poll(loaded).toBeGreaterThanOrEqual(local + 2)
  await drawn(page, 10)
  const shifts = await shiftsOf(page)
  const total = shifts.reduce((sum, { value }) => sum + value, 0)
  expect(total, JSON.stringify(shifts, undefined, 1)).toBeLessThan(MOST)
})
