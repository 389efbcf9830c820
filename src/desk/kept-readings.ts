import { hash } from 'node:crypto'
import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import { keepValue, readValue } from '#keep-file.ts'
import { madeBy } from '#made-by.ts'
import { cachesOf } from './caches.ts'
import type { Problem } from './problem.ts'
import { parseSource, type Reading, readAgain, type Source } from './source.ts'

/**
 * What was read of articles before, by the SHA-256 of their bytes, kept from
 * build to build in `readings` among the newsroom's caches: an archive is
 * parsed once, and judged once as far as a file can be by itself. A file with a
 * problem is not kept, and neither is what readers
 * may not see yet: that is up to who calls `save`. A cache that is missing,
 * damaged, another program's or of another config is an empty one.
 */
export class KeptReadings {
  readonly #file: string
  readonly #madeBy: string
  readonly #known: ReadonlyMap<string, Reading>
  readonly #digests = new WeakMap<Source, string>()

  private constructor(file: string, program: string, known: ReadonlyMap<string, Reading>) {
    this.#file = file
    this.#madeBy = program
    this.#known = known
  }

  static async of(root: string, site: Site): Promise<KeptReadings> {
    const file = join(cachesOf(root), 'readings')
    const program = `${madeBy('.', [])} ${hash('sha256', JSON.stringify(site))}`
    return new KeptReadings(file, program, await read(file, program))
  }

  /** As `parseSource`. */
  parse(bytes: Uint8Array, file: string, slug: string): Source | Problem[] {
    const digest = hash('sha256', bytes)
    const known = this.#known.get(digest)
    const source = known ? readAgain(bytes, known, file, slug) : parseSource(bytes, file, slug)
    if (!Array.isArray(source)) this.#digests.set(source, digest)
    return source
  }

  /** The SHA-256 of a source's bytes, of one that `parse` has returned. */
  digestOf(source: Source): string | undefined {
    return this.#digests.get(source)
  }

  /** Keeps these alone, in which nothing is wrong; a folder that cannot be written costs time at the next build, and nothing else. */
  async save(sources: readonly Source[]): Promise<void> {
    const readings = new Map<string, Reading>()
    for (const source of sources) {
      const digest = this.#digests.get(source)
      if (digest) readings.set(digest, { data: source.data, parts: source.parts() })
    }
    const isSame =
      readings.size === this.#known.size && [...readings.keys()].every((key) => this.#known.has(key))
    if (isSame) return
    await keepValue(this.#file, { madeBy: this.#madeBy, readings })
  }
}

async function read(file: string, program: string): Promise<ReadonlyMap<string, Reading>> {
  const kept = (await readValue(file)) as { madeBy: string; readings: Map<string, Reading> } | undefined
  return kept?.madeBy === program ? kept.readings : new Map()
}
