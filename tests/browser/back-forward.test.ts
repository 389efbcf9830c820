import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { PAGE_KINDS } from '../support/page-kinds.ts'

let browser: Browser

// Playwright switches this cache off.
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
})
afterAll(() => browser.close())

// An old address leads on before it is seen.
test.each(PAGE_KINDS.filter(({ name }) => name !== 'old address'))(
  'who goes back finds the page as he left it: $name',
  async ({ url, before, near, shows }) => {
    const page = await browser.newPage()
    await before?.(page)
    await page.goto(url)
    if (shows && !near) await page.locator(shows).first().waitFor()
    // A page that is left while it searches, or looks through its stored copies, is let go: its script is answered after it was
    // frozen.
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }))
    })
    await page.goto(inject('languagesUrl'))
    // A script that is run while a page comes back makes the browser load it instead.
    await Promise.all([
      page.waitForURL(url, { waitUntil: 'commit' }),
      page.evaluate(() => void setTimeout(() => history.back())),
    ])
    await expect
      .poll(() => page.evaluate(() => [location.href, (window as { persisted?: boolean }).persisted]))
      .toEqual([url, true])
    await page.close()
  },
)
