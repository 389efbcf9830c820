import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/** WCAG 2.2 A and AA; target sizes are looked at with the tag wcag22aa alone. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds in a page as it stands, a line for each element: rule, element, what is wrong. Frames of other sites are theirs. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const violations = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    const options = { runOnly: { type: 'tag', values }, resultTypes: ['violations'] } as const
    return (await axe.run(options as never)).violations
  }, TAGS)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}
