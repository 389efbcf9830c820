import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentDigest, type FileRecord } from '#cache/content-digest.ts'
import { identityFrom } from '#cache/file-identity.ts'
import { type NumberedFacts, numbered } from './facts.ts'
import { ownAddresses } from './own-address.ts'
import type { SeenTexts } from './read-feed.ts'
import { factsOf } from './read-file.ts'
import type { Texts } from './texts.ts'

/** Where files are read, and for which site. */
export interface Reading {
  folder: string
  /** The site's address, with a slash at its end. */
  site: string
}

/** A file as it was read. */
export interface AnalysedFile {
  /** By its path in the folder. */
  file: string
  record: FileRecord
  facts: NumberedFacts
}

/** What reads files on this thread. */
export function filesReader(
  { folder, site }: Reading,
  texts: Texts,
): (files: readonly string[]) => AnalysedFile[] {
  const own = ownAddresses(site)
  const base = new URL(site).pathname
  const seen: SeenTexts = new Map()
  // Without promises: for so many small files they take longer than the reading.
  return (files) =>
    files.map((file) => {
      const path = join(folder, file)
      // Before its bytes are read, which may be newer then, but not older.
      const identity = identityFrom(lstatSync(path))
      const bytes = readFileSync(path)
      const facts = factsOf(file, bytes.toString(), base + addressOf(file), own, seen)
      return { file, record: { identity, digest: contentDigest(bytes) }, facts: numbered(facts, texts) }
    })
}

function addressOf(file: string): string {
  return encodeURI(file).replace(/(^|\/)index\.html$/, '$1')
}
