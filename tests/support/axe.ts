import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/** WCAG 2.2 A and AA; target sizes are looked at with the tag wcag22aa alone. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What another theme can change: whether texts stand out, and links in texts. */
const COLOURS = ['color-contrast', 'link-in-text-block']

interface AxeOptions {
  /** Selectors of the elements that are judged; the whole page unless given. */
  within?: string[] | undefined
  /** Whether rules of colours alone are asked. */
  colours?: boolean
  /** These rules and no others. */
  rules?: string[] | undefined
}

/**
 * What axe finds in a page as it stands, a line for each element: rule, element, what is wrong. Frames of other sites are theirs.
 * @throws Error where nothing is there to be judged
 */
export async function axe(
  page: Page,
  { within, colours = false, rules = colours ? COLOURS : undefined }: AxeOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source)
  const runOnly: axeCore.RunOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS }
  const violations = await page.evaluate(
    async ({ runOnly, include }) => {
      const { axe } = window as unknown as { axe: typeof axeCore }
      const options: axeCore.RunOptions = { runOnly, resultTypes: ['violations'] }
      return (await axe.run(include ? { include } : document, options)).violations
    },
    { runOnly, include: within },
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

/** The same in both themes, each line with the width and the theme: all rules in the light one, colours in the dark one. */
export async function axeInBothThemes(page: Page, within?: string[]): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const lines = await axe(page, { within, colours: colorScheme === 'dark' })
    found.push(...lines.map((line) => `${page.viewportSize()?.width} ${colorScheme} ${line}`))
  }
  return found
}
