import { lstatSync, readFileSync } from 'node:fs'
import { cacheValue } from '#cache/caches.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { type FileIdentity, identityFrom } from '#cache/file-identity.ts'
import type { Site } from '#domain/site.ts'
import { cachesOf } from './caches.ts'
import type { Problem } from './problem.ts'
import { parseSource, type ParsedFile, restoreSource, type Source } from './source.ts'

interface CachedSources {
  /** By the digest of the file's bytes, and whether it is an entry: what is sound in one is none of the other's fields. */
  parsed: ReadonlyMap<string, ParsedFile>
  /** Digests of files by their identities, as names may tell of what is not published yet. */
  files: ReadonlyMap<FileIdentity, string>
}

interface ReadFile {
  identity: FileIdentity
  digest: string
}

/**
 * The cache of parsed articles, `readings` among the newsroom's caches, by a
 * digest of their bytes: an archive is parsed once, and judged once as far as a
 * file can be judged by itself. It also records which files had these bytes, so
 * that a file of the same identity is not read again. Under other settings of
 * the outlet the cache is empty.
 */
export class SourceCache {
  readonly #cache: CacheValue<CachedSources>
  #cached: CachedSources
  readonly #isWritten: boolean
  readonly #read = new WeakMap<Source, ReadFile>()

  /** @param isWritten whether the next run is left what this one has read; without it, it reads that again */
  constructor(root: string, site: Site, isWritten = true) {
    this.#isWritten = isWritten
    this.#cache = cacheValue('sources', cachesOf(root), [site])
    this.#cached = this.#cache.read() ?? { parsed: new Map(), files: new Map() }
  }

  /**
   * The article in a file: `path` on disk, `file` from the newsroom's folder.
   * @param entryOf the article's file for an entry of live coverage
   */
  read(path: string, file: string, slug: string, entryOf?: string): Source | Problem[] {
    // The identity comes first: the bytes may then be newer than it says, but not older.
    const identity = identityFrom(lstatSync(path))
    let bytes: Uint8Array | undefined
    const bytesOf = () => (bytes ??= readFileSync(path))
    const digest = this.#cached.files.get(identity) ?? contentDigest(bytesOf())
    const parsed = this.#cached.parsed.get(keyOf(digest, entryOf))
    const source = parsed
      ? restoreSource(bytesOf, parsed, { file, slug, entryOf })
      : parseSource(bytesOf(), file, slug, entryOf)
    if (!Array.isArray(source)) this.#read.set(source, { identity, digest })
    return source
  }

  /** The digest of the bytes of a source that `read` has returned. */
  digestOfSource(source: Source): string | undefined {
    return this.#read.get(source)?.digest
  }

  /**
   * Makes these the cache's only sources. A folder that cannot be written costs time at the next build, and nothing else.
   * @param sources without a problem, and without what readers may not see yet
   */
  save(sources: readonly Source[]): void {
    const parsed = new Map<string, ParsedFile>()
    const files = new Map<FileIdentity, string>()
    for (const source of sources) {
      const { identity, digest } = this.#read.get(source) ?? {}
      if (!identity || !digest) continue
      parsed.set(keyOf(digest, source.entryOf), { data: source.data, parts: source.parts() })
      files.set(identity, digest)
    }
    const isSame =
      files.size === this.#cached.files.size &&
      [...files.keys()].every((identity) => this.#cached.files.has(identity))
    if (isSame) return
    this.#cached = { parsed, files }
    if (this.#isWritten) this.#cache.write(this.#cached)
  }
}

function keyOf(digest: string, entryOf: string | undefined): string {
  return entryOf === undefined ? digest : `entry ${digest}`
}
