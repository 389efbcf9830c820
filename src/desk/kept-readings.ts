import { hash } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import { fileStamp } from '#file-stamp.ts'
import { keepValue, readValue } from '#keep-file.ts'
import { madeBy } from '#made-by.ts'
import { cachesOf } from './caches.ts'
import type { Problem } from './problem.ts'
import { parseSource, type Reading, readAgain, type Source } from './source.ts'

interface Known {
  /** By digest. */
  readings: ReadonlyMap<string, Reading>
  /** Digests of files by their stamps: names may be of what is not published yet. */
  files: ReadonlyMap<string, string>
}

interface Looked {
  stamp: string
  digest: string
}

/**
 * What was read of articles before, by the SHA-256 of their bytes, kept from
 * build to build in `readings` among the newsroom's caches: an archive is
 * parsed once, and judged once as far as a file can be by itself. A file with a
 * problem is not kept, and neither is what readers
 * may not see yet: that is up to who calls `save`. With them are the files that
 * had these bytes, so that one that is the same, by its inode, size and times, is
 * not read again. A cache that is missing, damaged, another program's or of
 * another config is an empty one.
 */
export class KeptReadings {
  readonly #file: string
  readonly #madeBy: string
  readonly #known: Known
  readonly #looked = new WeakMap<Source, Looked>()

  private constructor(file: string, program: string, known: Known) {
    this.#file = file
    this.#madeBy = program
    this.#known = known
  }

  static async of(root: string, site: Site): Promise<KeptReadings> {
    const file = join(cachesOf(root), 'readings')
    const program = `${madeBy('.', [])} ${hash('sha256', JSON.stringify(site))}`
    return new KeptReadings(file, program, await read(file, program))
  }

  /** The article in a file: `path` on disk, `file` from the newsroom's folder. */
  read(path: string, file: string, slug: string): Source | Problem[] {
    // Before its bytes are read, which may be newer then, but not older.
    const stamp = fileStamp(lstatSync(path))
    let bytes: Uint8Array | undefined
    const bytesOf = () => (bytes ??= readFileSync(path))
    const digest = this.#known.files.get(stamp) ?? hash('sha256', bytesOf())
    const known = this.#known.readings.get(digest)
    const source = known ? readAgain(bytesOf, known, file, slug) : parseSource(bytesOf(), file, slug)
    if (!Array.isArray(source)) this.#looked.set(source, { stamp, digest })
    return source
  }

  /** The SHA-256 of a source's bytes, of one that `read` has returned. */
  digestOf(source: Source): string | undefined {
    return this.#looked.get(source)?.digest
  }

  /** Keeps these alone, in which nothing is wrong; a folder that cannot be written costs time at the next build, and nothing else. */
  async save(sources: readonly Source[]): Promise<void> {
    const readings = new Map<string, Reading>()
    const files = new Map<string, string>()
    for (const source of sources) {
      const { stamp, digest } = this.#looked.get(source) ?? {}
      if (!stamp || !digest) continue
      readings.set(digest, { data: source.data, parts: source.parts() })
      files.set(stamp, digest)
    }
    const isSame =
      files.size === this.#known.files.size &&
      [...files.keys()].every((stamp) => this.#known.files.has(stamp))
    if (isSame) return
    await keepValue(this.#file, { madeBy: this.#madeBy, readings, files })
  }
}

async function read(file: string, program: string): Promise<Known> {
  const kept = (await readValue(file)) as (Known & { madeBy: string }) | undefined
  return kept?.madeBy === program ? kept : { readings: new Map(), files: new Map() }
}
