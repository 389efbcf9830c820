import type { FileRecord } from '#cache/content-digest.ts'
import { type FileIdentity, identityOf } from '#cache/file-identity.ts'
import { filesIn } from '#build/files-in.ts'
import type { NumberedFacts } from '#build/analyse/facts.ts'
import type { KnownFacts, KnownFile } from '#build/analyse/known-facts.ts'
import { isRead } from '#build/analyse/read-file.ts'
import { readFiles } from '#build/analyse/read-files.ts'
import type { Texts } from '#build/analyse/texts.ts'

/** A built site as the verifier sees it: files by their paths from its folder, with slashes. */
export interface Output {
  /** The path of its front page, from the host's root. */
  base: string
  files: ReadonlyMap<string, FileIdentity>
  /** Of the files that were looked into. */
  facts: ReadonlyMap<string, NumberedFacts>
  /** Of those files, by which it can be told whether their facts are still true. */
  records: ReadonlyMap<string, FileRecord>
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
  identityOfMade?: (file: string) => FileIdentity | undefined
}

export async function readOutput(
  folder: string,
  { site, known, given, programs, apart, identityOfMade }: ReadOptions,
): Promise<Output> {
  const files = new Map<string, FileIdentity>()
  const read: { file: string; found: KnownFile | undefined }[] = []
  // Without promises: for so many small files they take longer than the reading.
  for (const file of filesIn(folder, apart)) {
    const path = `${folder}/${file}`
    const identity = identityOfMade?.(file) ?? identityOf(path)
    if (identity === undefined) continue
    files.set(file, identity)
    const isProgram = programs.some((name) => file.startsWith(`${name}/`))
    if (!isRead(file) || given.has(file) || isProgram) continue
    read.push({ file, found: known.get(file, path, identity) })
  }
  const unknown = read.flatMap(({ file, found }) => (found ? [] : [file]))
  const { texts } = known
  const readNow = await readFiles({ folder, site }, unknown, texts)
  const others = new Map(readNow.map((found) => [found.file, found]))
  const inside = read.flatMap(({ file, found = others.get(file) }) => (found ? [[file, found] as const] : []))
  const facts = new Map(inside.map(([file, { facts }]) => [file, facts]))
  const records = new Map(inside.map(([file, { record }]) => [file, record]))
  return { base: new URL(site).pathname, files, facts, records, texts }
}
