import { existsSync, readFileSync } from 'node:fs'
import { pathFrom } from '#desk/folder.ts'
import type { Readership } from '#domain/readership.ts'
import type { NewsroomEdits } from './newsroom-edits.ts'

/**
 * Gives an article's views, where there are any, its new name.
 * @throws Error where an article of that name had views of its own
 */
export function renamedViews(edits: NewsroomEdits, from: string, to: string): void {
  const { readership, root } = edits.files.folder
  if (!existsSync(readership)) return
  const text = readFileSync(readership, 'utf8')
  const { articles } = JSON.parse(text) as Readership
  if (!Object.hasOwn(articles, from)) return
  const file = pathFrom(root, readership)
  if (Object.hasOwn(articles, to))
    throw new Error(
      `${file} has views of an article "${to}" that is no longer there. Take that line out, and try again.`,
    )
  // The last that is a key: names within the record are hours.
  const key = new RegExp(`${RegExp.escape(JSON.stringify(from))}(?=\\s*:\\s*\\{\\s*("\\d{4}-|\\}))`)
  edits.write(file, text.replace(key, JSON.stringify(to)))
}
