import type { Page } from 'playwright-core'

export interface Finger {
  x: number
  y: number
}

/** Moves fingers over the screen of a page `hasTouch`, each from a place to another, as a browser gets it from a device. */
export async function moveFingers(
  page: Page,
  paths: [from: Finger, to: Finger][],
  steps = 12,
): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const at = (share: number) =>
    paths.map(([from, to], id) => ({
      id,
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
    }))
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
  for (let step = 1; step <= steps; step++)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / steps) })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await session.detach()
}
