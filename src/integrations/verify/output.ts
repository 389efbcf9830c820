import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Facts } from './facts.ts'
import type { KnownFacts, Stamp } from './known-facts.ts'
import type { OwnAddress } from './own-address.ts'
import { factsOf, isRead } from './read-file.ts'

/** A built site as the verifier sees it: files by their paths from its folder, with slashes. */
export interface Output {
  /** The path of its front page, from the host's root. */
  base: string
  files: ReadonlyMap<string, Stamp>
  /** Of the files that were looked into. */
  facts: ReadonlyMap<string, Facts>
}

interface ReadOptions {
  base: string
  own: OwnAddress
  known: KnownFacts
  /** Files that nobody judges. */
  given: ReadonlySet<string>
  /** Folders that nobody looks into, but that links may lead to. */
  programs: readonly string[]
}

export function readOutput(folder: string, { base, own, known, given, programs }: ReadOptions): Output {
  const files = new Map<string, Stamp>()
  const facts = new Map<string, Facts>()
  // Without promises: for so many small files they take longer than the reading.
  for (const file of filesIn(folder)) {
    const path = join(folder, file)
    const { size, mtimeMs } = statSync(path)
    const stamp = { size, second: Math.floor(mtimeMs / 1000) }
    files.set(file, stamp)
    const isProgram = programs.some((name) => file.startsWith(`${name}/`))
    if (!isRead(file) || given.has(file) || isProgram) continue
    const read = () => factsOf(file, readFileSync(path, 'utf8'), base + addressOf(file), own)
    facts.set(file, known.get(file, stamp) ?? read())
  }
  return { base, files, facts }
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

function addressOf(file: string): string {
  return encodeURI(file).replace(/(^|\/)index\.html$/, '$1')
}
