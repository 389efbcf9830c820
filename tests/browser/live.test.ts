import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/deployed.ts'
import { axeInBothThemes } from '../support/axe.ts'
import { LiveSite } from '../support/live-site.ts'
import { blank, PHONE } from '../support/pages.ts'

/** Bytes on the wire of an answer to a question without news, and of an hour of them. */
const AN_ANSWER = 300
const AN_HOUR = 60_000
const PATIENCE = 180_000

const site = new LiveSite('.cache/test/live')
let written = 0

beforeAll(() => site.begin(), PATIENCE)
afterAll(() => site.end())

interface Reader {
  page: Page
  /** Questions for the state so far. */
  asked: () => number
  /** Lets the page's clock go on until it has asked once more, and the answer is shown. */
  askAgain: () => Promise<void>
}

/** A reader who opens the coverage; the clock of the page stands still until it is told to go on. */
async function reader(options: BrowserContextOptions = {}, path = site.page): Promise<Reader> {
  const page = await blank({ ignoreHTTPSErrors: true, ...options })
  await page.clock.install()
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith(site.status)) asked += 1
  })
  await page.goto(path)
  await page.locator('live-coverage:defined').waitFor({ state: 'attached' })
  await page.clock.pauseAt(Date.now() + 60_000)
  await settled()
  const askAgain = async () => {
    const before = asked
    while (asked === before) {
      await page.clock.runFor(5000)
      await settled()
    }
  }
  return { page, asked: () => asked, askAgain }
}

/** When all that was asked for has come, by this machine's clock. */
async function settled(): Promise<void> {
  await wait(400)
}

const idsIn = (page: Page) =>
  page
    .locator('.live-entries > [data-entry]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.entry))
const waiting = (page: Page) => page.locator('[data-part="waiting"]')
const status = (page: Page) => page.locator('[data-part="status"]')
const topOf = (page: Page, id: string) =>
  page
    .locator(`[data-entry="${id}"] > h3#\\3${id.slice(0, 1)} ${id.slice(1)}`)
    .evaluate((heading) => heading.getBoundingClientRect().top)

/** A new entry, a minute after the last. */
async function news(text: string): Promise<string> {
  const minute = String(20 + written++).padStart(2, '0')
  const id = `2025-06-11-09${minute}`
  await site.write(id, text)
  return id
}

describe('without scripts', () => {
  test('all is there to be read, and the older pages lead on', async () => {
    const page = await blank({ ignoreHTTPSErrors: true, javaScriptEnabled: false })
    await page.goto(site.page)
    expect(await idsIn(page)).toEqual([
      '2025-06-11-0915',
      '2025-06-11-0910',
      '2025-06-11-0905',
      '2025-06-11-0900',
      '2025-06-11-0855',
    ])
    expect(await page.locator('[data-part="pinned"]').textContent()).toContain('What we know so far')
    expect(await page.getByRole('button', { name: 'Pause updates' }).isVisible()).toBe(false)
    await page.getByRole('navigation', { name: 'Key events' }).getByText('The first race in figures').click()
    expect(new URL(page.url()).pathname).toBe('/sport/rowing-club/live/2/')
    expect(await page.locator('h3:target').textContent()).toContain('The first race in figures')
    await page.getByRole('link', { name: 'Older' }).click()
    expect(await page.locator('main').textContent()).toContain('This named the wrong boat.')
    expect(await page.content()).not.toContain('qwithdrawnboat')
  })
})

test('an entry’s address leads to the page that it is on by now', async () => {
  const page = await blank({ ignoreHTTPSErrors: true })
  await page.goto(`${site.page}#2025-06-11-0815`)
  await page.waitForURL('**/live/1/#2025-06-11-0815')
  expect(await page.locator('h3:target').textContent()).toContain('The first race has started')
  await page.goto(`${site.page}#constructor`)
  await page.waitForLoadState('networkidle')
  expect(new URL(page.url()).pathname).toBe('/sport/rowing-club/')
})

describe('while a reader looks on', () => {
  test(
    'new entries wait, edits and withdrawals come, and nothing that the reader looks at moves',
    async () => {
      const { page, askAgain } = await reader(PHONE)
      const seen = '2025-06-11-0905'
      await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), seen)
      const before = await topOf(page, seen)
      const first = await news('---\ntitle: A late start\nkey: true\n---\nFirst news.\n')
      const second = await news('Second news.\n')
      await site.write(
        '2025-06-11-0915',
        '---\nwithdrawn: { at: 2025-06-11T10:00, reason: Too soon to say. }\n---\nGone.\n',
      )
      await site.write(
        '2025-06-11-0910',
        `Calm, and much longer than it was before. ${'More of it. '.repeat(60)}\n`,
      )
      await site.publish()
      await askAgain()
      await expect.poll(() => waiting(page).textContent()).toBe('2 new updates')
      expect(await status(page).textContent()).toBe('2 new updates')
      expect(await page.title()).toMatch(/^\(2\) /)
      expect(await idsIn(page)).not.toContain(first)
      const text = await page.locator('.live-entries').textContent()
      expect(text).toContain('much longer than it was')
      expect(text).toContain('Too soon to say.')
      expect(text).not.toContain('That is the day')
      expect(Math.abs((await topOf(page, seen)) - before)).toBeLessThan(2)
      await waiting(page).click()
      await page.locator(`[data-entry="${second}"]`).waitFor()
      await settled()
      await expect.poll(async () => (await idsIn(page)).slice(0, 2)).toEqual([second, first])
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(second)
      expect(await waiting(page).isVisible()).toBe(false)
      expect(await page.title()).not.toMatch(/^\(/)
      expect(await page.locator('[data-part="key-events"] li').first().textContent()).toContain(
        'A late start',
      )
      expect(await page.locator('[data-part="key-events"]').textContent()).not.toContain('The club wins')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    },
    PATIENCE,
  )

  test(
    'at the top of the page new ones come by themselves, and what is removed goes',
    async () => {
      const removed = await news('To be removed.\n')
      await site.publish()
      const { page, askAgain } = await reader()
      expect(await idsIn(page)).toContain(removed)
      await site.remove(removed)
      const id = await news('At once.\n')
      await site.publish()
      await askAgain()
      await expect.poll(async () => (await idsIn(page))[0]).toBe(id)
      expect(await idsIn(page)).not.toContain(removed)
      expect(await waiting(page).isVisible()).toBe(false)
      expect(await status(page).textContent()).toBe('1 new update')
    },
    PATIENCE,
  )

  test('how long ago an entry came stays true', async () => {
    const { page } = await reader()
    const ago = page.locator('.live-entries [data-ago]').first()
    const before = await ago.textContent()
    await page.clock.fastForward('48:00:00')
    await page.clock.runFor(60_000)
    expect(await ago.textContent()).not.toBe(before)
  })
})

describe('what it costs', () => {
  test('an answer without news is small, is a 304, and may be kept by caches for seconds', async () => {
    const { headers } = await ask(site.origin, site.status)
    const etag = headers.etag ?? ''
    expect(headers['cache-control']).toMatch(/^public, max-age=[1-9], must-revalidate$/)
    const again = await ask(site.origin, site.status, { 'If-None-Match': etag, 'Accept-Encoding': 'br' })
    const fresh = await ask(site.origin, site.status, { 'Accept-Encoding': 'br' })
    const revalidated = await ask(site.origin, site.status, {
      'If-None-Match': fresh.headers.etag ?? '',
      'Accept-Encoding': 'br',
    })
    expect([again.status, revalidated.status]).toContain(304)
    expect(revalidated.status).toBe(304)
    expect(revalidated.body.length).toBe(0)
    expect(bytesOf(revalidated.headers)).toBeLessThanOrEqual(AN_ANSWER)
    expect(bytesOf(revalidated.headers)).toBeGreaterThan(100)
  })

  test('an entry is kept for good, and another text of it has another address', async () => {
    const { body } = await ask(site.origin, site.status)
    const { entries } = JSON.parse(String(body)) as { entries: [string, string][] }
    const [id, digest] = entries[0] ?? ['', '']
    const answer = await ask(site.origin, `/fragments/live/rowing-club/${id}/${digest}/`)
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toContain('immutable')
  })

  test(
    'a quiet hour',
    async () => {
      const { page, asked } = await reader()
      const before = asked()
      for (let seconds = 0; seconds < 3600; seconds += 10) {
        await page.clock.runFor(10_000)
        await settledSoon(page)
      }
      const questions = asked() - before
      expect(questions).toBeGreaterThan(60)
      expect(questions * AN_ANSWER).toBeLessThanOrEqual(AN_HOUR)
    },
    PATIENCE,
  )
})

describe('nothing is asked', () => {
  test('in a tab that nobody sees, and at once when somebody does', async () => {
    const { page, asked, askAgain } = await reader()
    await askAgain()
    const before = asked()
    await setHidden(page, true)
    await page.clock.runFor(3_600_000)
    await settled()
    expect(asked()).toBe(before)
    await setHidden(page, false)
    await page.clock.runFor(1000)
    await settled()
    expect(asked()).toBe(before + 1)
  })

  test('while it is paused', async () => {
    const { page, asked, askAgain } = await reader()
    const pause = page.getByRole('button', { name: 'Pause updates' })
    await pause.click()
    expect(await pause.getAttribute('aria-pressed')).toBe('true')
    const before = asked()
    await page.clock.runFor(600_000)
    expect(asked()).toBe(before)
    await pause.click()
    await askAgain()
  })

  test('for a reader who saves data, until told to', async () => {
    const page = await blank({ ignoreHTTPSErrors: true })
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
    await page.clock.install()
    let asked = 0
    page.on('request', (request) => {
      if (request.url().endsWith(site.status)) asked += 1
    })
    await page.goto(site.page)
    const load = page.getByRole('button', { name: 'Load new updates' })
    await load.waitFor()
    await page.clock.runFor(600_000)
    expect(asked).toBe(0)
    await load.click()
    await settled()
    await page.clock.runFor(600_000)
    expect(asked).toBe(1)
  })
})

test('a lost network is told, asked seldom, and forgotten when it is back', async () => {
  const { page, asked, askAgain } = await reader()
  await askAgain()
  await page.context().setOffline(true)
  const before = asked()
  for (let i = 0; i < 60; i++) {
    await page.clock.runFor(10_000)
    await settledSoon(page)
  }
  expect(asked() - before).toBeLessThan(12)
  expect(await status(page).textContent()).toContain('cannot be loaded at the moment')
  expect((await idsIn(page)).length).toBeGreaterThan(3)
  await page.context().setOffline(false)
  await askAgain()
  await expect.poll(() => status(page).textContent()).toBe('')
})

test.each([
  ['a phone', PHONE],
  ['a desk', {}],
])('axe finds nothing on %s', async (_, options) => {
  const page = await blank({ ignoreHTTPSErrors: true, ...options })
  for (const path of [site.page, `${site.page}live/1/`]) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(await axeInBothThemes(page)).toEqual([])
  }
})

// The last, as nothing comes after it.
test(
  'when it is over, that is said, and nothing is asked any more',
  async () => {
    const { page, asked, askAgain } = await reader()
    const id = await news('The last word.\n')
    await site.setState('ended')
    await site.publish()
    await askAgain()
    await expect.poll(async () => (await idsIn(page))[0]).toBe(id)
    expect(await status(page).textContent()).toBe('This coverage has ended.')
    expect(await page.locator('main [data-live-state]').first().textContent()).toBe('Ended')
    expect(await page.getByRole('button', { name: 'Pause updates' }).isVisible()).toBe(false)
    const before = asked()
    await page.clock.runFor(3_600_000)
    await settled()
    expect(asked()).toBe(before)
    await page.goto(site.page)
    expect(await page.locator('live-coverage').count()).toBe(0)
  },
  PATIENCE,
)

async function setHidden(page: Page, hidden: boolean) {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}

/** Long enough for an answer of this machine. */
async function settledSoon(page: Page) {
  await page.evaluate(() => fetch('/robots.txt', { cache: 'no-store' }).catch(() => undefined))
}

/** Of an answer without a body, as HTTP/1.1 writes it. */
function bytesOf(headers: object): number {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 304 Not Modified\r\n${lines.join('')}\r\n`.length
}
