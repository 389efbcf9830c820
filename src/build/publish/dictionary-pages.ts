import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Pages that a dictionary is made of. */
const MOST = 16
/** In the page of an article, and of nothing else. */
const PUBLISHED = /<article data-pagefind-body[^>]* data-published="([^"]+)"/

/**
 * The articles' pages, and the texts of the oldest: what comes anew changes nothing in them, so that readers' browsers go on
 * with the dictionary that they have.
 * @param files of the site, by their paths in it
 */
export function dictionaryPages(
  site: string,
  files: readonly string[],
): { articles: Set<string>; oldest: string[] } {
  const found: { file: string; at: string }[] = []
  for (const file of files) {
    if (!file.endsWith('/index.html')) continue
    const [, at] = PUBLISHED.exec(readFileSync(join(site, file), 'utf8')) ?? []
    if (at !== undefined) found.push({ file, at })
  }
  const oldest = found
    .toSorted((a, b) => (a.at < b.at || (a.at === b.at && a.file < b.file) ? -1 : 1))
    .slice(0, MOST)
    .map(({ file }) => readFileSync(join(site, file), 'utf8'))
  return { articles: new Set(found.map(({ file }) => file)), oldest }
}
