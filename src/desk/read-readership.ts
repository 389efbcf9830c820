import { readFile } from 'node:fs/promises'
import { type Readership, readershipSchema } from '#domain/readership.ts'
import { type NewsroomFolder, pathFrom } from './folder.ts'
import { faultOnTheWay } from './irregular-files.ts'
import { NewsroomError } from './problem.ts'

/**
 * What has been read, as `src/content/readership.json` tells it; undefined where there is no such file.
 * @throws NewsroomError when the file is there and not of the form, or no file.
 */
export async function readReadership(folder: NewsroomFolder): Promise<Readership | undefined> {
  const fault = await faultOnTheWay(folder.root, folder.readership, 'file')
  if (fault) throw new NewsroomError([fault])
  let text: string
  try {
    text = await readFile(folder.readership, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  try {
    return readershipSchema.parse(JSON.parse(text))
  } catch {
    const file = pathFrom(folder.root, folder.readership)
    const message = 'This is no readership file. Make it anew with "npm run news -- trending", or delete it.'
    throw new NewsroomError([{ file, line: 1, column: 1, message }])
  }
}
