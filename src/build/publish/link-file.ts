import { linkSync, lstatSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { statOf } from '#cache/stat-of.ts'

/** Makes a second name of a file; false where the file system has none, or not between these places. */
export function linkFile(file: string, name: string): boolean {
  try {
    linkSync(file, name)
    return true
  } catch {
    return false
  }
}

/** Makes a path another name of a file, whatever is there; false where there are no links. */
export function putLink(file: string, path: string): boolean {
  const there = statOf(path)
  if (there?.ino === lstatSync(file).ino) return true
  mkdirSync(dirname(path), { recursive: true })
  if (!linkFile(file, `${path}.link`)) return false
  renameSync(`${path}.link`, path)
  return true
}
