import { existsSync } from 'node:fs'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { installPackage } from './debian.ts'

const DEBIANS = '/usr/bin/firefox-esr'
const REFUSED = 'Refused by the content security policy'

/**
 * Headless Firefox: the one that FIREFOX_PATH names, or Debian's, which is installed first where it is missing.
 * @throws Error when there is none to be had: browser tests are never skipped
 */
function launchFirefox(): Promise<Browser> {
  const named = process.env.FIREFOX_PATH
  if (named && !existsSync(named)) throw new Error(`FIREFOX_PATH names ${named}, which is not there.`)
  if (!named) installPackage('firefox-esr', DEBIANS)
  return puppeteer.launch({ browser: 'firefox', executablePath: named ?? DEBIANS, headless: true })
}

let firefox: Browser
const refusals: string[] = []

/** To be called once in a file of tests: its Firefox, of which each test has windows that nobody has used before. */
export function useFirefox(): (size?: { width: number; height: number }) => Promise<Page> {
  beforeAll(async () => {
    firefox = await launchFirefox()
  })
  afterEach(async () => {
    const [, ...used] = firefox.browserContexts()
    await Promise.all(used.map((context) => context.close()))
    expect(refusals.splice(0)).toEqual([])
  })
  afterAll(() => firefox.close())
  return async (size = { width: 1280, height: 800 }) => {
    const context = await firefox.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport(size)
    await page.evaluateOnNewDocument((prefix) => {
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        console.error(`${prefix}: ${effectiveDirective}, ${blockedURI} at ${location.href}`),
      )
    }, REFUSED)
    page.on('console', (message) => {
      if (message.text().startsWith(REFUSED)) refusals.push(message.text())
    })
    return page
  }
}
