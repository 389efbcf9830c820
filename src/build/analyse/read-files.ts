import { lstatSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { contentDigest, type FileRecord } from '#cache/content-digest.ts'
import { identityFrom } from '#cache/file-identity.ts'
import { type NumberedFacts, numbered } from './facts.ts'
import { FactsThread } from './facts-thread.ts'
import { ownAddresses } from './own-address.ts'
import { factsOf } from './read-file.ts'
import type { Texts } from './texts.ts'

/** Where files are read, and for which site. */
export interface Reading {
  folder: string
  /** The site's address, with a slash at its end. */
  site: string
}

/** A file as it was read. */
export interface FoundFile {
  /** By its path in the folder. */
  file: string
  record: FileRecord
  facts: NumberedFacts
}

/** With fewer for each a second thread costs more than it saves. */
const LEAST_FILES = 500
const MOST_THREADS = 4

/**
 * Reads files side by side, on as many threads as there are cores; in the order of the files.
 * @param texts is added to
 */
export async function readFiles(
  reading: Reading,
  files: readonly string[],
  texts: Texts,
): Promise<FoundFile[]> {
  const count = Math.min(availableParallelism(), MOST_THREADS, Math.floor(files.length / LEAST_FILES))
  if (count < 2) return filesReader(reading, texts)(files)
  const threads = Array.from({ length: count }, () => new FactsThread(reading, texts))
  try {
    const read = await Promise.all(
      threads.map((thread, i) =>
        inTurns(
          files.filter((_, at) => at % count === i),
          (some) => thread.read(some),
        ),
      ),
    )
    return files.map((_, at) => read[at % count]?.[Math.floor(at / count)] as FoundFile)
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}

/** So that no thread has to hold all that it has found. */
async function inTurns(
  files: readonly string[],
  read: (files: readonly string[]) => Promise<FoundFile[]>,
): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (let at = 0; at < files.length; at += LEAST_FILES)
    found.push(...(await read(files.slice(at, at + LEAST_FILES))))
  return found
}

/** What reads files on this thread. */
export function filesReader(
  { folder, site }: Reading,
  texts: Texts,
): (files: readonly string[]) => FoundFile[] {
  const own = ownAddresses(site)
  const base = new URL(site).pathname
  // Without promises: for so many small files they take longer than the reading.
  return (files) =>
    files.map((file) => {
      const path = join(folder, file)
      // Before its bytes are read, which may be newer then, but not older.
      const identity = identityFrom(lstatSync(path))
      const bytes = readFileSync(path)
      const facts = factsOf(file, bytes.toString(), base + addressOf(file), own)
      return { file, record: { identity, digest: contentDigest(bytes) }, facts: numbered(facts, texts) }
    })
}

function addressOf(file: string): string {
  return encodeURI(file).replace(/(^|\/)index\.html$/, '$1')
}
