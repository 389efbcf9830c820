import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLogs } from '../support/logs.ts'
import { startNginx, type TestNginx } from '../support/nginx.ts'
import { blank, PHONE } from '../support/pages.ts'
import { FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

const ARTICLE = `${FIXTURE_BASE}world/harbour-opens/`
/** Without this, Chromium says that nobody is looking, and passes for a robot. */
const READER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
/** Than a browser waits before it fetches what is pointed at. */
const LONGER_MS = 1500

interface Rule {
  where: { and: [{ href_matches: string }, ...unknown[]] }
  eagerness: string
}

let nginx: TestNginx

beforeAll(async () => {
  nginx = await startNginx(FIXTURE_DIST, FIXTURE_BASE, '.cache/test/nginx-fetched-ahead')
})
afterAll(() => nginx.stop())

const front = () => `http://127.0.0.1:${nginx.port}${FIXTURE_BASE}`

/** The lines of the log so far that ask for a path. */
async function asked(path: string): Promise<string[]> {
  const log = await readFile(nginx.log, 'utf8')
  return log.split('\n').filter((line) => line.includes(`GET ${path} `))
}

const link = (page: Page, path: string) => page.locator(`main a[href="${path}"]`).first()

test('an article is fetched when its link is pointed at, and is a view when it is read, once', async () => {
  const page = await blank({ userAgent: READER })
  await page.goto(front())
  await link(page, ARTICLE).hover()
  await expect.poll(() => asked(ARTICLE)).toHaveLength(1)
  expect((await asked(ARTICLE))[0]).toContain('"prefetch"')
  await link(page, ARTICLE).click()
  await page.waitForURL(`**${ARTICLE}`)
  // Fetched ahead: what is asked now is whether it is still the same.
  await expect.poll(() => asked(ARTICLE)).toHaveLength(2)
  const [ahead = '', read = ''] = await asked(ARTICLE)
  expect(read).toContain(' 304 ')
  expect(await viewsOf([ahead])).toBe(0)
  expect(await viewsOf([ahead, read])).toBe(1)
})

test('what is no article of the site is not fetched ahead', async () => {
  const page = await blank()
  await page.goto(`${front()}world/harbour-opens/`)
  const rules = await page.evaluate(() => {
    const text = document.querySelector('script[type="speculationrules"]')?.textContent ?? '{}'
    return (JSON.parse(text) as { prefetch: Rule[] }).prefetch
  })
  expect(rules.map(({ eagerness }) => eagerness)).toEqual(['moderate'])
  const matched = await page.evaluate(
    ([pattern = '']) => {
      const rule = new URLPattern(pattern, location.origin)
      const links = document.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])')
      return [...links].map(({ href }) => href).filter((href) => rule.test(href))
    },
    rules.map(({ where }) => where.and[0].href_matches),
  )
  expect(matched.length).toBeGreaterThan(2)
  for (const href of matched)
    expect(new URL(href).pathname).toMatch(/^\/daily\/(city|world|sport|nature|empty)\/[^/]+\/$/)
  const here = (await asked(ARTICLE)).length
  const before = await asked(`${FIXTURE_BASE}about/`)
  const about = page.locator('body > footer a[href$="/about/"]').first()
  await about.scrollIntoViewIfNeeded()
  await about.hover()
  await page.waitForTimeout(LONGER_MS)
  await page.locator('[data-contents]').evaluate((contents: HTMLDetailsElement) => (contents.open = true))
  await page.locator('[data-contents] a').first().hover()
  await page.waitForTimeout(LONGER_MS)
  expect(await asked(ARTICLE)).toHaveLength(here)
  expect(await asked(`${FIXTURE_BASE}about/`)).toEqual(before)
})

test('nothing is fetched ahead of a reader who saves data', async () => {
  const page = await blank(PHONE)
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } }),
  )
  const before = (await asked(ARTICLE)).length
  await page.goto(front())
  expect(await page.locator('script[type="speculationrules"]').count()).toBe(0)
  await link(page, ARTICLE).hover()
  await page.waitForTimeout(LONGER_MS)
  expect(await asked(ARTICLE)).toHaveLength(before)
})

async function viewsOf(lines: string[]): Promise<number> {
  // As the articles of `readLogs` are called.
  const log = lines.map((line) => line.replace(ARTICLE, '/politics/a/'))
  const { reports } = await readLogs([log], { now: new Date().toISOString() })
  return reports[0]?.totals.views ?? 0
}
