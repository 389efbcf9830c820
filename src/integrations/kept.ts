import { lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a build has left for the next one, and by which that can tell that it is whole. */
export interface Kept {
  /** By what, and of what, the pages were made: with another, nothing is kept. */
  madeBy: string
  /** Scripts and styles, which pages name by their hashes. */
  assets: string[]
  /** Pages, by their paths in the output. */
  pages: Record<string, Stamp>
  /** What any build may use again, scaled pictures say, by their paths in the workspace. */
  caches: Record<string, Stamp>
}

/** Bytes of a file, and the second of its last change: some archives that carry it about keep no more. */
export type Stamp = [size: number, second: number]

const FILE = 'kept.json'
const NOTHING: Kept = { madeBy: '', assets: [], pages: {}, caches: {} }

/** What a folder is said to hold: nothing, where that cannot be read. */
export function readKept(folder: string): Kept {
  try {
    return { ...NOTHING, ...JSON.parse(readFileSync(join(folder, FILE), 'utf8')) }
  } catch {
    return NOTHING
  }
}

export function writeKept(folder: string, kept: Kept): void {
  const unfinished = join(folder, `${FILE}.unfinished`)
  writeFileSync(unfinished, JSON.stringify(kept))
  renameSync(unfinished, join(folder, FILE))
}

/** Undefined for what is not there. */
export function stampOf(path: string): Stamp | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat && [stat.size, Math.floor(stat.mtimeMs / 1000)]
}

export function isStamp(stamp: Stamp | undefined, other: Stamp | undefined): boolean {
  return stamp?.[0] === other?.[0] && stamp?.[1] === other?.[1]
}

/**
 * Takes away what is not kept of a folder's files.
 * @param apart folders in it that are left as they are
 * @returns whether those that are kept are all there, as they were
 */
export function keepOnly(
  folder: string,
  kept: Readonly<Record<string, Stamp>>,
  apart: readonly string[] = [],
): boolean {
  let found = 0
  const clear = (below: string): void => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const file = below + entry.name
      if (apart.includes(file)) continue
      if (entry.isDirectory()) clear(`${file}/`)
      else if (!Object.hasOwn(kept, file)) rmSync(join(folder, file))
      else if (isStamp(stampOf(join(folder, file)), kept[file])) found++
    }
    removeEmpty(join(folder, below))
  }
  clear('')
  return found === Object.keys(kept).length
}

/** Takes a file away, and the folders that are empty without it. */
export function removePage(folder: string, file: string): void {
  rmSync(join(folder, file))
  for (let path = dirname(file); path !== '.' && removeEmpty(join(folder, path)); path = dirname(path));
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    return false
  }
}
