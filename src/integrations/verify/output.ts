import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Facts } from './facts.ts'
import type { KnownFacts, Stamp } from './known-facts.ts'
import { isRead } from './read-file.ts'
import { readFiles } from './read-files.ts'

/** A built site as the verifier sees it: files by their paths from its folder, with slashes. */
export interface Output {
  /** The path of its front page, from the host's root. */
  base: string
  files: ReadonlyMap<string, Stamp>
  /** Of the files that were looked into. */
  facts: ReadonlyMap<string, Facts>
}

interface ReadOptions {
  /** The site's address, with a slash at its end. */
  site: string
  known: KnownFacts
  /** Files that nobody judges. */
  given: ReadonlySet<string>
  /** Folders that nobody looks into, but that links may lead to. */
  programs: readonly string[]
}

export async function readOutput(
  folder: string,
  { site, known, given, programs }: ReadOptions,
): Promise<Output> {
  const files = new Map<string, Stamp>()
  const read: { file: string; found: Facts | undefined }[] = []
  // Without promises: for so many small files they take longer than the reading.
  for (const file of filesIn(folder)) {
    const path = join(folder, file)
    const { size, mtimeMs } = statSync(path)
    const stamp = { size, second: Math.floor(mtimeMs / 1000) }
    files.set(file, stamp)
    const isProgram = programs.some((name) => file.startsWith(`${name}/`))
    if (!isRead(file) || given.has(file) || isProgram) continue
    read.push({ file, found: known.get(file, stamp) })
  }
  const unknown = read.flatMap(({ file, found }) => (found ? [] : [file]))
  const others = new Map(await readFiles({ folder, files: unknown, site }))
  const facts = new Map(
    read.flatMap(({ file, found = others.get(file) }) => (found ? [[file, found] as const] : [])),
  )
  return { base: new URL(site).pathname, files, facts }
}

/** The paths of all files below a folder, from it; none where there is no folder. */
export function filesIn(folder: string): string[] {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}
