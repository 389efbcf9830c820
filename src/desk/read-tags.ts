import { readFile } from 'node:fs/promises'
import { tagsSchema } from '#domain/schema.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { NewsroomError, type Problem } from './problem.ts'
import { parseSource, type Source } from './source.ts'

/** What `src/content/tags.yml` holds, or what is wrong with it; undefined where there is no such file. */
export async function readTags(folder: NewsroomFolder): Promise<Source | Problem[] | undefined> {
  const fault = await faultOnTheWay(folder.root, folder.tags, 'file')
  if (fault) return [fault]
  try {
    return parseSource(await readFile(folder.tags), pathFrom(folder.root, folder.tags), 'tags')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Old addresses of tags, by a spelling of each.
 * @throws NewsroomError when the file is there and not of the form
 */
export async function readTagAliases(folder: NewsroomFolder): Promise<Record<string, string[]>> {
  const source = await readTags(folder)
  if (source === undefined) return {}
  if (Array.isArray(source)) throw new NewsroomError(source)
  const read = tagsSchema.safeParse(source.data)
  if (read.success) return read.data
  const message =
    'This is not a list of tags with their old addresses. "npm run news -- check" says where and why.'
  throw new NewsroomError([{ file: source.file, line: 1, column: 1, message }])
}
