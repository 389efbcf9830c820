import type { SearchResult, Section } from './engine.ts'

/** The sections of an article, `most` at the most, that have most of what was searched for, the best first. */
export function bestSections({ sections }: SearchResult, most: number): Section[] {
  return sections
    .filter(({ url, title }) => url.includes('#') && title.trim() !== '')
    .sort((a, b) => b.matches - a.matches)
    .slice(0, most)
}
