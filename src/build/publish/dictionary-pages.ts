import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileOfPage, type PageFacts } from '#build/search/page-facts.ts'

/** Pages that a dictionary is made of. */
const MOST = 16

/**
 * The texts of the oldest articles' pages: what comes anew changes nothing in them, so that readers' browsers go on with
 * the dictionary that they have.
 */
export function dictionaryPages(
  site: string,
  articles: readonly Pick<PageFacts, 'path' | 'published'>[],
): string[] {
  return articles
    .toSorted((a, b) =>
      a.published < b.published || (a.published === b.published && a.path < b.path) ? -1 : 1,
    )
    .slice(0, MOST)
    .map(({ path }) => readFileSync(join(site, fileOfPage(path)), 'utf8'))
}
