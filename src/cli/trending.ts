import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { newsroomFolder, pathFrom } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import type { Readership } from '#domain/readership.ts'
import { countView } from './access-log.ts'

/** @throws Error when no log is named, and all that reading one does */
export async function run(logs: string[]): Promise<number> {
  if (logs.length === 0) throw new Error('npm run news -- trending <access.log ...>')
  console.log(await updateReadership(logs))
  return 0
}

/**
 * Counts the views in access logs of the combined format, makes
 * `src/content/readership.json` anew, and says what it counted.
 */
async function updateReadership(logs: readonly string[]): Promise<string> {
  const folder = newsroomFolder()
  const { sources } = await readNewsroom(folder)
  const slugs = new Set(sources.articles.map(({ slug }) => slug))
  const readership: Readership = { articles: {} }
  let lines = 0
  let views = 0
  for (const log of logs) {
    for await (const line of createInterface({
      input: createReadStream(log),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      lines += 1
      if (countView(line, slugs, readership)) views += 1
    }
  }
  await writeFile(folder.readership, `${JSON.stringify(sorted(readership), null, 2)}\n`)
  return `${views} views in ${lines} lines, written to ${pathFrom(folder.root, folder.readership)}`
}

/** Keys in order, so that the same logs write the same bytes. */
function sorted({ articles }: Readership): Readership {
  const byKey = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
  const hours = Object.entries(articles).map(([slug, views]) => [slug, byKey(views)] as const)
  return { articles: byKey(Object.fromEntries(hours)) }
}
