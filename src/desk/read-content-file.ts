import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { z } from 'astro/zod'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { NewsroomError, type Problem } from './problem.ts'
import { parseSource, type Source } from './source.ts'

/**
 * What a YAML file of the newsroom holds that is one alone, or what is wrong with it; undefined where there is no such file,
 * or no field in it.
 * @param path absolute
 */
export async function readContentFile(
  folder: NewsroomFolder,
  path: string,
): Promise<Source | Problem[] | undefined> {
  const fault = await faultOnTheWay(folder.root, path, 'file')
  if (fault) return [fault]
  try {
    const source = parseSource(
      await readFile(path),
      pathFrom(folder.root, path),
      basename(path, extname(path)),
    )
    return 'data' in source && Object.keys(source.data).length === 0 ? undefined : source
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * The same, as a schema makes it of the file.
 * @param what the file must be, for whoever reads that it is not
 * @throws NewsroomError when the file is there and not of the form
 */
export async function contentOf<Schema extends z.ZodType>(
  folder: NewsroomFolder,
  path: string,
  schema: Schema,
  what: string,
): Promise<z.output<Schema> | undefined> {
  const source = await readContentFile(folder, path)
  if (source === undefined) return undefined
  if (Array.isArray(source)) throw new NewsroomError(source)
  const read = schema.safeParse(source.data)
  if (read.success) return read.data
  const message = `This is not ${what}. "npm run news -- check" says where and why.`
  throw new NewsroomError([{ file: source.file, line: 1, column: 1, message }])
}
