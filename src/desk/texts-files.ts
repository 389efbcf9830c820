import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file of an outlet's texts. */
export interface TextsFile {
  /** Its name without the ending, which is to be the BCP 47 tag of its language. */
  locale: string
  /** Absolute. */
  path: string
}

/** The files of texts in a folder, in order; none where there is no such folder. */
export function textsFiles(folder: string): TextsFile[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => ({ locale: name.slice(0, -'.ts'.length), path: join(folder, name) }))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}
