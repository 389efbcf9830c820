import type { Page } from 'playwright-core'

/** Pixels that a finger needs, by WCAG 2.2. */
const LEAST = 24

/** What is pressed and is lower or narrower than a finger needs, links within a sentence and cards' headlines aside. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const isInSentence = (element: Element): boolean => {
      const around = element.parentElement
      if (!around || getComputedStyle(element).display !== 'inline') return false
      const hasText = [...around.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      return hasText || isInSentence(around)
    }
    return [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select')]
      .filter((element) => {
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
        // The whole card is pressed, by what lies over it; a label presses its box.
        if (getComputedStyle(element, '::after').position === 'absolute' || element.closest('label'))
          return false
        const { width, height } = element.getBoundingClientRect()
        // A pixel is for those who read without a screen.
        if (width <= 1 || (width >= least && height >= least)) return false
        return !isInSentence(element)
      })
      .map((element) => {
        const { width, height } = element.getBoundingClientRect()
        return `${Math.round(width)} × ${height.toFixed(1)}: ${element.outerHTML.slice(0, 140)}`
      })
  }, LEAST)
}
