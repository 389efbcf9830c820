import { lstatSync } from 'node:fs'
import { filesIn } from '#integrations/files-in.ts'
import { type Stamp, stampFrom } from '#integrations/kept.ts'
import type { NumberedFacts } from './facts.ts'
import type { KnownFacts } from './known-facts.ts'
import { isRead } from './read-file.ts'
import { readFiles } from './read-files.ts'
import type { Texts } from './texts.ts'

/** A built site as the verifier sees it: files by their paths from its folder, with slashes. */
export interface Output {
  /** The path of its front page, from the host's root. */
  base: string
  files: ReadonlyMap<string, Stamp>
  /** Of the files that were looked into. */
  facts: ReadonlyMap<string, NumberedFacts>
  /** What the facts have numbers for. */
  texts: Texts
}

interface ReadOptions {
  /** The site's address, with a slash at its end. */
  site: string
  known: KnownFacts
  /** Files that nobody judges. */
  given: ReadonlySet<string>
  /** Folders that nobody looks into, but that links may lead to. */
  programs: readonly string[]
  /** Folders that are made beside this, and looked after by what makes them. */
  apart: readonly string[]
  /** Of those that this build has looked at already. */
  stampOfMade?: (file: string) => Stamp | undefined
}

export async function readOutput(
  folder: string,
  { site, known, given, programs, apart, stampOfMade }: ReadOptions,
): Promise<Output> {
  const files = new Map<string, Stamp>()
  const read: { file: string; found: NumberedFacts | undefined }[] = []
  // Without promises: for so many small files they take longer than the reading.
  for (const file of filesIn(folder, apart)) {
    const stamp = stampOfMade?.(file) ?? stampOfFile(`${folder}/${file}`)
    if (!stamp) continue
    files.set(file, stamp)
    const isProgram = programs.some((name) => file.startsWith(`${name}/`))
    if (!isRead(file) || given.has(file) || isProgram) continue
    read.push({ file, found: known.get(file, stamp) })
  }
  const unknown = read.flatMap(({ file, found }) => (found ? [] : [file]))
  const { texts } = known
  const readNow = await readFiles({ folder, site }, unknown, texts)
  const others = new Map(readNow.map(({ file, facts }) => [file, facts]))
  const facts = new Map(
    read.flatMap(({ file, found = others.get(file) }) => (found ? [[file, found] as const] : [])),
  )
  return { base: new URL(site).pathname, files, facts, texts }
}

/** Undefined for what is no file. */
function stampOfFile(path: string): Stamp | undefined {
  const stat = lstatSync(path)
  return stat.isFile() ? stampFrom(stat) : undefined
}
