import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchChromium } from './chromium.ts'

/** Of a phone, in CSS pixels. */
export const PHONE = { viewport: { width: 360, height: 740 } }

const DESK = { viewport: { width: 1280, height: 800 } }

const REFUSED = 'Refused by the content security policy'

let browser: Browser
const refusals: string[] = []
/** Those of pages that outlast a test. */
const lasting = new Set<BrowserContext>()

// Every file of tests has this module to itself: the browser is of the file, its pages are of a test.
beforeAll(async () => {
  browser = await launchChromium()
})
afterEach(async () => {
  const over = browser.contexts().filter((context) => !lasting.has(context))
  await Promise.all(over.map((context) => context.close()))
  expect(refusals.splice(0)).toEqual([])
})
afterAll(() => browser.close())

/**
 * A page of a browser that nobody has used before, 1280 pixels wide unless told
 * otherwise. A test fails if a content security policy refuses any of its pages
 * anything, but for tests that take the `refused` themselves.
 */
export async function blank(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...DESK, ...options })
  await context.addInitScript((prefix) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      console.error(`${prefix}: ${effectiveDirective}, ${blockedURI} ${sample} at ${location.href}`),
    )
  }, REFUSED)
  context.on('console', (message) => {
    if (message.text().startsWith(REFUSED)) refusals.push(message.text())
  })
  return context.newPage()
}

/**
 * One page for a table of cases that each go to an address: what one has fetched the next ones need not, and no browser
 * has to be made ready for each. To be called in a `describe`.
 */
export function pageOfTable(options: BrowserContextOptions = {}): () => Page {
  let page: Page
  beforeAll(async () => {
    page = await blank(options)
    lasting.add(page.context())
  })
  afterAll(async () => {
    lasting.delete(page.context())
    await page.context().close()
  })
  return () => page
}

/** What was refused to the test's pages so far, each refusal once. */
export function refused(): string[] {
  return refusals.splice(0)
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
  // Of the context: what a worker of the page asks for, too.
  page.context().on('request', (request) => {
    if (!hosts.includes(new URL(request.url()).host)) foreign.push(request.url())
  })
  return foreign
}
