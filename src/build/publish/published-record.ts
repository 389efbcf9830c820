import { cacheValue } from '#cache/caches.ts'
import { confirmFile, type FileRecord, recordFile } from '#cache/content-digest.ts'
import { filesIn } from '#build/files-in.ts'
import { readManifest, recordsOf } from '#build/manifest.ts'

type PublishedRecord = Record<string, FileRecord>

/**
 * Records what every file of a release holds, by which it can be told later that no byte of it has changed.
 * @param release the folder, as it is about to be published
 * @param workspace the folder that it was filled from, whose manifest has the digests of most
 */
export function recordRelease(release: string, workspace: string): void {
  const cache = cacheValue<PublishedRecord>('published', workspace)
  const before = cache.read() ?? {}
  const built = recordsOf(readManifest(workspace))
  const record: PublishedRecord = {}
  for (const file of filesIn(release)) {
    const digest = built[file]?.digest
    // Who compares it reads every byte, whatever its identity.
    const found =
      digest === undefined ? recordFile(`${release}/${file}`, before[file]) : { identity: '', digest }
    if (found) record[file] = found
  }
  cache.write(record)
}

/** Reads all files of a published site; those that do not hold what was published, by their paths in it. */
export function changedSincePublished(published: string, workspace: string): string[] {
  const record = cacheValue<PublishedRecord>('published', workspace).read() ?? {}
  return Object.entries(record).flatMap(([file, known]) =>
    confirmFile(`${published}/${file}`, known, true) ? [] : [file],
  )
}
