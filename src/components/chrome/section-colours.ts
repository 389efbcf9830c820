import type { Category } from '#domain/article.ts'

/** The style sheet that gives the elements of a section its colour, for those that have one. */
export function sectionColours(categories: readonly Category[]): string {
  return categories
    .filter(({ colour }) => colour)
    .map(({ slug, colour }) => `[data-section="${slug}"]{--section:${colour}}`)
    .join('')
}
