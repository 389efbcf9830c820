import { lstatSync, readFileSync } from 'node:fs'
import { cacheValue } from '#cache/caches.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { type FileIdentity, identityFrom } from '#cache/file-identity.ts'
import type { Site } from '#domain/site.ts'
import { cachesOf } from './caches.ts'
import type { Problem } from './problem.ts'
import { parseSource, type Reading, readAgain, type Source } from './source.ts'

interface Known {
  /** By digest. */
  readings: ReadonlyMap<string, Reading>
  /** Digests of files by their identities: names may be of what is not published yet. */
  files: ReadonlyMap<FileIdentity, string>
}

interface Looked {
  identity: FileIdentity
  digest: string
}

/**
 * What was read of articles before, by a digest of their bytes, kept from
 * build to build in `readings` among the newsroom's caches: an archive is
 * parsed once, and judged once as far as a file can be by itself. A file with a
 * problem is not kept, and neither is what readers
 * may not see yet: that is up to who calls `save`. With them are the files that
 * had these bytes, so that one of the same identity is not read again. The cache of
 * another config is an empty one.
 */
export class KeptReadings {
  readonly #cache: CacheValue<Known>
  readonly #known: Known
  readonly #looked = new WeakMap<Source, Looked>()

  constructor(root: string, site: Site) {
    this.#cache = cacheValue('readings', cachesOf(root), [site])
    this.#known = this.#cache.read() ?? { readings: new Map(), files: new Map() }
  }

  /** The article in a file: `path` on disk, `file` from the newsroom's folder. */
  read(path: string, file: string, slug: string): Source | Problem[] {
    // Before its bytes are read, which may be newer then, but not older.
    const identity = identityFrom(lstatSync(path))
    let bytes: Uint8Array | undefined
    const bytesOf = () => (bytes ??= readFileSync(path))
    const digest = this.#known.files.get(identity) ?? contentDigest(bytesOf())
    const known = this.#known.readings.get(digest)
    const source = known ? readAgain(bytesOf, known, file, slug) : parseSource(bytesOf(), file, slug)
    if (!Array.isArray(source)) this.#looked.set(source, { identity, digest })
    return source
  }

  /** The digest of a source's bytes, of one that `read` has returned. */
  digestOf(source: Source): string | undefined {
    return this.#looked.get(source)?.digest
  }

  /** Keeps these alone, in which nothing is wrong; a folder that cannot be written costs time at the next build, and nothing else. */
  save(sources: readonly Source[]): void {
    const readings = new Map<string, Reading>()
    const files = new Map<FileIdentity, string>()
    for (const source of sources) {
      const { identity, digest } = this.#looked.get(source) ?? {}
      if (!identity || !digest) continue
      readings.set(digest, { data: source.data, parts: source.parts() })
      files.set(identity, digest)
    }
    const isSame =
      files.size === this.#known.files.size &&
      [...files.keys()].every((identity) => this.#known.files.has(identity))
    if (isSame) return
    this.#cache.write({ readings, files })
  }
}
