import { linkSync } from 'node:fs'

/** Makes a second name of a file; false where the file system has none, or not between these places. */
export function linkFile(file: string, name: string): boolean {
  try {
    linkSync(file, name)
    return true
  } catch {
    return false
  }
}
