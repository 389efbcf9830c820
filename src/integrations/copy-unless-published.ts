import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Copies a folder into a new one. A file that is already published as it is
 * becomes a link to that: it costs nothing and keeps its time, by which
 * web servers tell browsers that they have it. Times are compared to the
 * millisecond, and bytes where the times are not the same.
 * @returns the files, by their paths in the folder, that were given the time of
 * the same published bytes, so that the next copy need not read them again
 */
export function copyUnlessPublished(from: string, published: string, to: string): string[] {
  const retimed: string[] = []
  const copyFolder = (below: string): void => {
    mkdirSync(join(to, below), { recursive: true })
    for (const entry of readdirSync(join(from, below), { withFileTypes: true })) {
      const path = below + entry.name
      const source = join(from, path)
      const there = join(published, path)
      if (entry.isDirectory()) copyFolder(`${path}/`)
      else {
        const found = look(source, there)
        if (found === 'same bytes') {
          retime(there, source)
          retimed.push(path)
        }
        if (found === 'another' || !link(there, join(to, path))) copy(source, join(to, path))
      }
    }
  }
  copyFolder('')
  return retimed
}

function look(source: string, published: string): 'another' | 'same' | 'same bytes' {
  const old = lstatSync(published, { throwIfNoEntry: false })
  const now = lstatSync(source)
  if (!old?.isFile() || old.size !== now.size) return 'another'
  // Dates are whole milliseconds: as exactly as a time can be set.
  if (old.mtime.getTime() === now.mtime.getTime()) return 'same'
  return readFileSync(source).equals(readFileSync(published)) ? 'same bytes' : 'another'
}

function copy(source: string, target: string): void {
  copyFileSync(source, target)
  retime(source, target)
}

function retime(from: string, to: string): void {
  const { atime, mtime } = lstatSync(from)
  utimesSync(to, atime, mtime)
}

/** Not every file system has links. */
function link(source: string, target: string): boolean {
  try {
    linkSync(source, target)
    return true
  } catch {
    return false
  }
}
