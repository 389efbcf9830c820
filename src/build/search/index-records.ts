import { join } from 'node:path'
import { cacheValue } from '#cache/caches.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { confirmFile, type FileRecord, recordFile } from '#cache/content-digest.ts'
import { filesIn } from '#build/files-in.ts'
import { COMPRESSED } from '#build/publish/compressed-name.ts'
import type { PlannedIndex } from './index-list.ts'
import { folderOf } from './renew-indexes.ts'

/** What an index was left as. */
interface IndexRecord {
  /** A digest of what is in it. */
  build: string
  /** By their paths in its folder. */
  files: Record<string, FileRecord>
}

/** By their folders, the indexes as the last build has left them, and as this one leaves them. */
export class IndexRecords {
  readonly #folder: string
  readonly #cache: CacheValue<Record<string, IndexRecord>>
  #records: Record<string, IndexRecord>

  /**
   * @param folder of all indexes
   * @param caches the folder of one output's caches
   */
  constructor(folder: string, caches: string) {
    this.#folder = folder
    this.#cache = cacheValue('indexes', caches)
    this.#records = this.#cache.read() ?? {}
  }

  /** Those of which every file holds the bytes that it was left with, with what is in them, by `folderOf`. */
  whole(): Map<string, string> {
    const whole = new Map<string, string>()
    for (const [name, { build, files }] of Object.entries(this.#records)) {
      const path = join(this.#folder, name)
      const found = writtenIn(path).map((file) => {
        const record = Object.hasOwn(files, file) ? files[file] : undefined
        return record && confirmFile(join(path, file), record)
      })
      if (found.length === Object.keys(files).length && found.every(Boolean)) whole.set(path, build)
    }
    return whole
  }

  /** Records all indexes as they are now. */
  record(indexes: readonly PlannedIndex[]): void {
    const next: Record<string, IndexRecord> = {}
    for (const index of indexes) {
      const name = join(index.language, index.name)
      const before = this.#records[name]
      const path = folderOf(this.#folder, index)
      const files: IndexRecord['files'] = {}
      for (const file of writtenIn(path)) {
        const record = recordFile(join(path, file), before?.files[file])
        if (record) files[file] = record
      }
      next[name] = { build: index.build, files }
    }
    this.#records = next
  }

  /** Stores it for the next build. */
  save(): void {
    this.#cache.write(this.#records)
  }
}

/** Without what another step of the build puts beside, in every build. */
function writtenIn(folder: string): string[] {
  return filesIn(folder).filter((file) => !COMPRESSED.test(file))
}
