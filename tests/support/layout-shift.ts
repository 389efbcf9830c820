import type { Page } from 'playwright-core'

export interface Shift {
  /** As the Layout Instability API counts it: 0.1 in all is poor. */
  value: number
  /** The beginnings of the elements that moved. */
  moved: string[]
}

/** Takes down, on every page that `page` goes to from now on, what moves without the reader's doing. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Entry extends PerformanceEntry {
      value: number
      hadRecentInput: boolean
      sources: { node: Node | null }[]
    }
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
        const moved = sources.map(({ node }) =>
          (node instanceof Element ? node.outerHTML : (node?.textContent ?? '')).slice(0, 80),
        )
        if (!hadRecentInput) shifts.push({ value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** What has moved since the page was opened, or since this was last asked. */
export function shiftsOf(page: Page): Promise<Shift[]> {
  return page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts.splice(0))
}

/** Resolves when the page has been drawn so many times: what its fonts, pictures or scripts move has then moved. */
export async function drawn(page: Page, times: number): Promise<void> {
  await page.evaluate(async (frames) => {
    await document.fonts.ready
    for (let i = 0; i < frames; i++) await new Promise((done) => requestAnimationFrame(done))
  }, times)
}
