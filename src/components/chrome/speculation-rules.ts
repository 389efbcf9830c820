import type { Category } from '#domain/article.ts'

/**
 * By these a browser fetches an article of the site ahead, once its link is pointed at, pressed, or stays on a phone's
 * screen for a while; other pages and other sites never. client/before-paint.js takes them away where the reader saves data.
 * @param front path of the front page
 */
export function speculationRules(categories: readonly Category[], front: string): string {
  const sections = categories.map(({ slug }) => slug).join('|')
  const where = {
    // A link within the page leads to what is there already.
    and: [{ href_matches: `${front}(${sections})/:article/` }, { not: { selector_matches: '[href^="#"]' } }],
  }
  return JSON.stringify({ prefetch: [{ where, eagerness: 'moderate' }] })
}
