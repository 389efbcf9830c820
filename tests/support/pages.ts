import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launchChromium } from './chromium.ts'

/** Of a phone, in CSS pixels. */
export const PHONE = { viewport: { width: 360, height: 740 } }

const DESK = { viewport: { width: 1280, height: 800 } }

let browser: Browser

// Every file of tests has this module to itself: the browser is of the file, its pages are of a test.
beforeAll(async () => {
  browser = await launchChromium()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
afterAll(() => browser.close())

/** A page of a browser that nobody has used before, 1280 pixels wide unless told otherwise. */
export async function blank(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...DESK, ...options })
  return context.newPage()
}

/** The same, gone to an address. */
export async function open(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await blank(options)
  await page.goto(url)
  return page
}

/** Every address that a page asks for from now on and that is not at one of these sites. */
export function foreignRequests(page: Page, ...sites: string[]): string[] {
  const hosts = sites.map((site) => new URL(site).host)
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!hosts.includes(new URL(request.url()).host)) foreign.push(request.url())
  })
  return foreign
}
