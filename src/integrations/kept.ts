import {
  type Dirent,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** What a build has left for the next one, and by which that can tell that it is whole. */
export interface Kept {
  /** By what, and of what, the pages were made: with another, nothing is kept. */
  madeBy: string
  /** Scripts and styles, which pages name by their hashes. */
  assets: string[]
  /** Pages with a key, by their paths in the output. */
  pages: Record<string, Page>
  /** The scaled pictures that any page names, by their paths in the output. */
  pictures: Record<string, Picture>
  /** The folders that were filled from here, and what tells them from others. */
  releases: string[]
  /** What any build may use again, scaled pictures say, by their paths in the workspace. */
  caches: Record<string, Stamp>
}

export interface Page {
  stamp: Stamp
  /** Of all that makes it what it is, but the program. */
  key: string
  /** What it names of `pictures`. */
  pictures: string[]
  /** Files that it names as they are, by their paths on disk. */
  unscaled: string[]
}

export interface Picture {
  stamp: Stamp
  /** The copy in the output of what it was scaled from. */
  original: string
  /** What it was scaled from, by its path on disk. */
  source: string
}

/** Bytes of a file, and the second of its last change: some archives that carry it about keep no more. */
export type Stamp = [size: number, second: number]

/** A file that is there while what is kept is being changed, and after a build that was cut off then. */
export const UNDER_WAY = 'under-way'
const FILE = 'kept.json'
const NOTHING: Kept = { madeBy: '', assets: [], pages: {}, pictures: {}, releases: [], caches: {} }

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
  return stat && stampFrom(stat)
}

export function stampFrom({ size, mtimeMs }: Stats): Stamp {
  return [size, Math.floor(mtimeMs / 1000)]
}

export function isStamp(stamp: Stamp | undefined, other: Stamp | undefined): boolean {
  return stamp?.[0] === other?.[0] && stamp?.[1] === other?.[1]
}

/** The files of the output that are kept. */
export function stampsOf({ pages, pictures }: Kept): Record<string, Stamp> {
  const all = [...Object.entries(pages), ...Object.entries(pictures)]
  return Object.fromEntries(all.map(([file, { stamp }]) => [file, stamp]))
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
  const stays = (file: string, entry: Dirent): boolean => {
    if (apart.includes(file)) return true
    if (entry.isDirectory()) return clear(`${file}/`)
    if (!Object.hasOwn(kept, file)) {
      rmSync(join(folder, file))
      return false
    }
    if (isStamp(stampOf(join(folder, file)), kept[file])) found++
    return true
  }
  const clear = (below: string): boolean => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true })
    const left = entries.filter((entry) => stays(below + entry.name, entry))
    if (left.length === 0) rmdirSync(join(folder, below))
    return left.length > 0
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
