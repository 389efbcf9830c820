import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { axeInBothThemes } from '../support/axe.ts'
import { unreached, unseenFocus } from '../support/focus.ts'
import { goTo, PAGE_KINDS, type PageKind } from '../support/page-kinds.ts'
import { blank, foreignRequests } from '../support/pages.ts'

const WIDTHS = [360, 1440]

interface Survey {
  violations: string[]
  scrollWidths: number[]
  unseenFocus: string[]
  unreached: string[]
  /** What others learn of the page: requests, hints to a browser to get ready for them, cookies. */
  told: { foreign: string[]; hints: string[]; cookies: unknown[] }
}

const surveys = new Map<PageKind, Survey | Error>()

beforeAll(async () => {
  // Two at a time, each in one page: a new one for each kind takes half as long again.
  const waiting = PAGE_KINDS.values()
  const work = async () => {
    const page = await blank({ reducedMotion: 'reduce' })
    for (const kind of waiting) {
      surveys.set(kind, await survey(page, kind).catch((error: Error) => error))
      await forget(page, kind)
    }
  }
  await Promise.all([work(), work()])
}, 600_000)

describe.each(PAGE_KINDS)('$name', (kind) => {
  const seen = () => {
    const found = surveys.get(kind)
    if (found === undefined || found instanceof Error) throw found
    return found
  }

  test('has nothing that axe finds, light or dark, on a phone or a wide screen', () => {
    expect(seen().violations).toEqual([])
  })

  test('is as wide as its screen, from 320 pixels on', () => {
    expect(seen().scrollWidths).toEqual([320, ...WIDTHS])
  })

  test('shows where the focus is, and lets it go everywhere', () => {
    expect(seen().unseenFocus).toEqual([])
    expect(seen().unreached).toEqual([])
  })

  test('before its reader acts, nobody else learns of it', () => {
    expect(seen().told).toEqual({ foreign: [], hints: [], cookies: [] })
  })
})

/** Looks at a kind of page at every width. */
async function survey(page: Page, kind: PageKind): Promise<Survey> {
  const scrollWidths: number[] = []
  const violations: string[] = []
  const unseen: string[] = []
  const foreign = foreignRequests(page, kind.url, ...(kind.asks ?? []))
  await kind.before?.(page)
  const measure = async () => {
    scrollWidths.push(await page.evaluate(() => document.documentElement.scrollWidth))
  }
  await page.setViewportSize({ width: 320, height: 800 })
  await goTo(page, kind)
  await measure()
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    // A phone turns from 320 to 360 as it stands; a wide screen may get other parts.
    if (width > 640) await goTo(page, kind)
    await measure()
    violations.push(...(await axeInBothThemes(page)))
    unseen.push(...(await unseenFocus(page)).map((line) => `${width} ${line}`))
  }
  await page.waitForLoadState('networkidle')
  const told = { foreign: [...foreign], hints: await hintsOf(page), cookies: await page.context().cookies() }
  const never = await unreached(page)
  // Else what was judged may be a page to which this one leads.
  expect(page.url()).toBe(kind.url)
  return { violations, scrollWidths, unseenFocus: unseen, unreached: never, told }
}

/** What is left behind would be the next kind's: what is still asked for, routes, what is kept, a worker that fetches past them. */
async function forget(page: Page, { url }: PageKind) {
  await page.goto('about:blank')
  await page.unrouteAll()
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' })
  await session.detach()
}

/** Other sites that a browser is told to get ready for. It tells them nothing, and yet looks up the name or opens the connection. */
function hintsOf(page: Page): Promise<string[]> {
  return page
    .locator(
      'link[rel~="preconnect"], link[rel~="dns-prefetch"], link[rel~="prefetch"], link[rel~="prerender"]',
    )
    .evaluateAll((links) => (links as HTMLLinkElement[]).map(({ href }) => href))
    .then((addresses) => addresses.filter((address) => new URL(address).host !== new URL(page.url()).host))
}
