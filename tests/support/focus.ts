import type { Page } from 'playwright-core'

/** Presses of the key between two looks. */
const BATCH = 40

/** Elements that the focus rests on without showing where it is: no outline to see, or one that is cut off. */
export async function unseenFocus(page: Page): Promise<string[]> {
  // From here on the browser takes the focus for a keyboard's.
  await page.keyboard.press('Tab')
  return page.evaluate((selector) => {
    const isCut = (element: Element, reach: number) => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        if (overflowY !== 'visible' && (top - reach < box.top - 1 || bottom + reach > box.bottom + 1))
          return true
        // A row that scrolls may end at one side of its element, or be narrower than it.
        const isCutAside = left - reach < box.left - 1 && right + reach > box.right + 1
        if (overflowX !== 'visible' && isCutAside && right - left < box.width) return true
      }
      return false
    }
    const found: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      element.focus()
      if (document.activeElement !== element) continue
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element)
      const width = Number.parseFloat(outlineWidth)
      const fault =
        outlineStyle === 'none' || (outlineStyle !== 'auto' && width < 2)
          ? 'no outline'
          : isCut(element, width + Number.parseFloat(outlineOffset)) && 'outline cut off'
      if (fault) found.push(`${fault}: ${element.outerHTML.slice(0, 120)}`)
    }
    return found
  }, STOPS)
}

/** Elements that the Tab key never comes to, however often it is pressed. */
export async function unreached(page: Page): Promise<string[]> {
  const expected = await page.evaluate((selector) => {
    const waiting = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility() && element.tabIndex >= 0 && !element.closest('[inert]'),
    )
    addEventListener('focusin', ({ target }) => {
      const at = waiting.indexOf(target as HTMLElement)
      if (at >= 0) waiting.splice(at, 1)
    })
    Object.assign(window, { waiting })
    return waiting.length
  }, STOPS)
  if (expected === 0) return ['nothing to come to']
  let left: string[] = []
  // Round the page three times at most: a trap keeps the focus for longer.
  for (let pressed = 0; pressed < 3 * expected + BATCH; pressed += BATCH) {
    // At once, as nobody has to see each frame.
    await Promise.all(Array.from({ length: BATCH }, () => page.keyboard.press('Tab')))
    left = await page.evaluate(() =>
      // What has been fetched on the way may have taken the place of others.
      (window as unknown as { waiting: Element[] }).waiting
        .filter((element) => element.isConnected)
        .map((element) => element.outerHTML.slice(0, 120)),
    )
    if (left.length === 0) break
  }
  return left
}

const STOPS = 'a[href], button:enabled, input:enabled, select, textarea, summary, iframe, [tabindex]'
