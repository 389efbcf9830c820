import { lstatSync, readFileSync, type Stats, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { statOf } from '#cache/stat-of.ts'

/**
 * Gives files of a built site the times of the same published bytes, by which
 * web servers tell browsers, and the next builds see, that nothing has changed.
 * @param files by their paths in both folders
 */
export function takePublishedTimes(built: string, published: string, files: readonly string[]): void {
  for (const file of files) {
    const [source, live] = [join(built, file), join(published, file)]
    const now = statOf(source)
    if (now && compare(source, now, live) === 'same bytes') takeTime(live, source)
  }
}

/** How a file is to a published one: bytes are compared where the times are not the same. */
export function compare(source: string, now: Stats, published: string): 'another' | 'same' | 'same bytes' {
  const old = statOf(published)
  if (!old?.isFile() || old.size !== now.size) return 'another'
  if (isSame(now, old)) return 'same'
  return readFileSync(source).equals(readFileSync(published)) ? 'same bytes' : 'another'
}

/** In whole milliseconds, as dates are: as exactly as a time can be set. */
export function isSame(one: Stats, other: Stats): boolean {
  return one.size === other.size && Math.round(one.mtimeMs) === Math.round(other.mtimeMs)
}

export function takeTime(from: string, to: string): void {
  const { atime, mtime } = lstatSync(from)
  utimesSync(to, atime, mtime)
}
