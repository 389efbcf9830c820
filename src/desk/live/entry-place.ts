import { existsSync } from 'node:fs'
import { momentInName } from '#domain/live/moment-in-name.ts'
import type { Problem } from '../problem.ts'
import type { Source } from '../source.ts'

/**
 * The file of the article that an entry at a path belongs to: `x/live/y.md` to `x/index.md`, or to `x.md`. Undefined where
 * neither is there, as a folder of articles may have that name too.
 */
export function articleOfEntry(path: string): string | undefined {
  const slug = slugFolder(path)
  if (slug === undefined) return undefined
  return [`${slug}/index.md`, `${slug}.md`].find((article) => existsSync(article))
}

/** The folder in which the entries of an article's file lie. */
export function entriesFolder(articleFile: string): string {
  return articleFile.replace(/(\/index)?\.md$/, '/live')
}

/** Whether an entry, by its file from the newsroom's folder, names its article, as it does not lie beside it. */
export function namesItsArticle(file: string): boolean {
  return file.startsWith('src/content/live/')
}

/** What is wrong with a file that was meant as an entry, by its name and by what it lacks of an article, and has none. */
export function strayEntry(result: Source | Problem[], file: string): Problem[] | undefined {
  const slug = slugFolder(file)
  const name = /([^/]+)\.md$/.exec(file)?.[1] ?? ''
  if (slug === undefined || momentInName(name) === undefined) return undefined
  if (!Array.isArray(result) && ('title' in result.data || 'category' in result.data)) return undefined
  const message = `This is an entry of live coverage, and its article is not there. Write the article as ${slug}/index.md or ${slug}.md, or move this file to the one that it belongs to.`
  return [{ file, line: 1, column: 1, message }]
}

function slugFolder(path: string): string | undefined {
  const [, slug, name] = /^(.+)\/live\/([^/]+)\.md$/.exec(path) ?? []
  return name === 'index' ? undefined : slug
}
