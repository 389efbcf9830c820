import { lstatSync, type Stats } from 'node:fs'

/** What lies at a path; undefined where nothing does, a file in the place of one of its folders included. */
export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}
