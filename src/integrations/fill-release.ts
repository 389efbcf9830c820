import { copyFileSync, type Dirent, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { linkFile } from './link-file.ts'
import { compare, isSame, takeTime } from './published-times.ts'

/**
 * Makes a folder a copy of a built site. What it holds already, of the release
 * before the last one, stays where it is the same; and a file that is published as it is
 * becomes a link to that: it costs nothing and keeps its time, by which
 * web servers tell browsers that they have it. So does one that has a second
 * name already, a scaled picture say: nothing writes into it. Times are compared to the
 * millisecond, and bytes of published files where the times are not the same.
 * @param apart folders that are left as they are, and for which this is called by itself
 * @returns the files, by their paths in the folder, that were given the time of
 * the same published bytes, so that the next copy need not read them again
 */
export function fillRelease(
  built: string,
  published: string,
  release: string,
  apart: readonly string[] = [],
): string[] {
  const retimed: string[] = []
  const fillFolder = (below: string, before: Map<string, Dirent>): void => {
    for (const entry of readdirSync(join(built, below), { withFileTypes: true })) {
      const path = below + entry.name
      if (apart.includes(path)) continue
      const there = before.get(entry.name)
      before.delete(entry.name)
      if (entry.isDirectory()) fillFolder(`${path}/`, openFolder(join(release, path), there))
      else if (fillFile(path, there)) retimed.push(path)
    }
    for (const name of before.keys()) {
      if (!apart.includes(below + name)) rmSync(join(release, below, name), { recursive: true })
    }
  }
  const fillFile = (path: string, there: Dirent | undefined): boolean => {
    const [source, target, live] = [built, release, published].map((folder) => join(folder, path)) as [
      string,
      string,
      string,
    ]
    const now = lstatSync(source)
    if (there?.isFile() && isSame(now, lstatSync(target))) return false
    if (there) rmSync(target, { recursive: true })
    const found = compare(source, now, live)
    if (found === 'same bytes') takeTime(live, source)
    const shared = found !== 'another' ? live : now.nlink > 1 ? source : undefined
    if (shared === undefined || !linkFile(shared, target)) copy(source, target)
    return found === 'same bytes'
  }
  fillFolder('', openFolder(release, undefined))
  return retimed
}

/** Sees that there is a folder; returns what is in it. */
function openFolder(path: string, there: Dirent | undefined): Map<string, Dirent> {
  if (there && !there.isDirectory()) rmSync(path)
  mkdirSync(path, { recursive: true })
  return new Map(readdirSync(path, { withFileTypes: true }).map((entry) => [entry.name, entry]))
}

function copy(source: string, target: string): void {
  copyFileSync(source, target)
  takeTime(source, target)
}
