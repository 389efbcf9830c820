import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { goTo, PAGE_KINDS } from './support/page-kinds.ts'
import { blank, foreignRequests } from './support/pages.ts'

test.each(PAGE_KINDS)('before its reader acts, nobody else learns of a page: $name', async (kind) => {
  const page = await blank()
  const foreign = foreignRequests(page, kind.url, ...(kind.asks ?? []))
  await kind.before?.(page)
  await goTo(page, kind)
  await page.waitForLoadState('networkidle')
  expect(foreign).toEqual([])
  // Of these a browser tells nobody, and yet looks up the name or opens the connection.
  expect(await hintsOf(page)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

/** Other sites that a browser is told to get ready for. */
function hintsOf(page: Page): Promise<string[]> {
  return page
    .locator(
      'link[rel~="preconnect"], link[rel~="dns-prefetch"], link[rel~="prefetch"], link[rel~="prerender"]',
    )
    .evaluateAll((links) => (links as HTMLLinkElement[]).map(({ href }) => href))
    .then((addresses) => addresses.filter((address) => new URL(address).host !== new URL(page.url()).host))
}
