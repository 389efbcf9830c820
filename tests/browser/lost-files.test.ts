import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { deadControls } from '../support/dead-controls.ts'
import { ARTICLE, GALLERY, PAGE_KINDS } from '../support/page-kinds.ts'
import { blank, PHONE, refused } from '../support/pages.ts'

const fixture = inject('fixtureUrl')

/** As large as the largest icon, in pixels. */
const LARGEST_ICON = 32
/** Pixels that the mark of a line from right to left hangs over a list from left to right that has no style. */
const LIST_MARK = 10

interface Case {
  name: string
  /** Goes there, and does what needs all of the page's code. */
  use: (page: Page) => Promise<unknown>
  /** What the reader sees whatever is lost. */
  always: string
  /** What is there or, where its code is lost, is said not to be. */
  either?: [there: string, words: RegExp]
}

const go = (url: string) => (page: Page) => page.goto(url)
const kind = (name: string) => async (page: Page) => {
  const found = PAGE_KINDS.find((one) => one.name === name)
  if (!found) throw new Error(`no kind of page is called ${name}`)
  await found.before?.(page)
  await page.goto(found.url)
  if (found.near) await page.locator(found.near).last().scrollIntoViewIfNeeded()
}

const CASES: Case[] = [
  { name: 'the front page', use: go(fixture), always: 'main h2' },
  { name: 'an article', use: go(ARTICLE), always: '.prose p' },
  { name: 'an article with a gallery and cards', use: go(GALLERY), always: '.gallery-row img' },
  {
    name: 'the search page',
    use: go(`${fixture}search/?q=girder`),
    always: '#search-query',
    either: ['[data-results] a', /Search could not be loaded/],
  },
  {
    name: 'the reader’s lists',
    use: go(`${fixture}saved/`),
    always: 'main h1',
    either: ['kept-list h2', /These lists could not be loaded/],
  },
  {
    name: 'comments',
    use: kind('article with comments'),
    always: '.prose p',
    either: ['[data-live] [data-comment]', /Komentar .*tidak dapat dimuat/],
  },
  {
    name: 'the search dialog',
    use: async (page) => {
      await page.goto(ARTICLE)
      const opener = page.locator('[data-open-search]:visible').first()
      await opener.click()
      if (new URL(page.url()).pathname.endsWith('/search/')) return
      await page.locator('search-dialog input[name="q"]').fill('girder')
    },
    always: 'input[name="q"]:visible',
    either: ['[data-results] a', /Press Enter to go to the search page|Search could not be loaded/],
  },
]

describe.each(CASES)('$name', ({ use, always, either }) => {
  test('whichever script or stylesheet is lost, no control is dead and nothing is silently empty', async () => {
    const files = await filesOf(use)
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(0)
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0)
    for (const lost of files) {
      const page = await blank({ ...PHONE, reducedMotion: 'reduce' })
      const faults: string[] = []
      page.on('pageerror', ({ message }) => faults.push(message))
      await page.route(lost, (route) => route.abort())
      await use(page)
      await page.locator(always).first().waitFor()
      if (either) {
        const [there, words] = either
        await page.locator(there).or(page.getByText(words)).filter({ visible: true }).first().waitFor()
      }
      await page.waitForLoadState('networkidle')
      expect(await largestIcon(page), lost).toBeLessThanOrEqual(LARGEST_ICON)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width, lost).toBeLessThanOrEqual(PHONE.viewport.width + LIST_MARK)
      // A busy machine may work through the scripts only after the network is idle.
      await expect.poll(() => deadControls(page), { message: lost }).toEqual([])
      // Pagefind tries what no page may, in place of its worker, and reports it.
      if (lost.includes('/pagefind/')) refused()
      else expect(faults, lost).toEqual([])
      await page.context().close()
    }
  })
})

test('until the page’s script has come, what it works is not shown, and its place is held', async () => {
  const page = await blank(PHONE)
  let release = () => {}
  const released = new Promise<void>((done) => (release = done))
  await page.route('**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(ARTICLE, { waitUntil: 'commit' })
  const save = page.locator('save-button button')
  await save.waitFor({ state: 'attached' })
  expect(await save.isVisible()).toBe(false)
  const before = await save.boundingBox()
  release()
  await save.waitFor({ state: 'visible' })
  expect(await save.boundingBox()).toEqual(before)
  expect(before?.width).toBeGreaterThan(20)
})

/** The scripts and stylesheets that a use of a page asks for. */
async function filesOf(use: Case['use']): Promise<string[]> {
  const page = await blank({ ...PHONE, reducedMotion: 'reduce' })
  const files = new Set<string>()
  page.on('request', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) files.add(request.url())
  })
  await use(page)
  await page.waitForLoadState('networkidle')
  await page.context().close()
  return [...files]
}

function largestIcon(page: Page): Promise<number> {
  return page
    .locator('svg')
    .evaluateAll((icons) =>
      Math.max(
        0,
        ...icons.map((icon) => icon.getBoundingClientRect()).flatMap(({ width, height }) => [width, height]),
      ),
    )
}
