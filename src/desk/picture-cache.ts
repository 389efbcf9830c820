import type { Stats } from 'node:fs'
import { cacheValue } from '#cache/caches.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { type FileIdentity, identityFrom } from '#cache/file-identity.ts'
import { cachesOf } from './caches.ts'

const PICTURE_FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const

/** A picture that could be decoded: its size in pixels, as it is seen upright. */
export interface DecodedPicture {
  width: number
  height: number
  format: (typeof PICTURE_FORMATS)[number]
  /** Of one that moves; absent for one that does not. */
  frames?: number | undefined
}

interface CachedPictures {
  pictures: ReadonlyMap<string, DecodedPicture>
  /** Digests of files by their identities, as names may tell of what is not published yet. */
  files: ReadonlyMap<FileIdentity, string>
}

/**
 * The cache of decoded pictures, `pictures` among the newsroom's caches, by a
 * digest of their bytes. It holds what a page must know of a picture that was
 * decoded to its last pixel. Broken pictures are not in it, so that none is
 * called broken on the word of a cache. It also records which files had these
 * bytes, so that a file of the same identity is not read again.
 */
export class PictureCache {
  readonly #cache: CacheValue<CachedPictures>
  readonly #cached: CachedPictures
  readonly #seen = new Map<string, DecodedPicture>()
  readonly #seenFiles = new Map<FileIdentity, string>()
  #changed = false

  constructor(root: string) {
    this.#cache = cacheValue('pictures', cachesOf(root))
    this.#cached = this.#cache.read() ?? { pictures: new Map(), files: new Map() }
  }

  /** A picture that was decoded before. */
  get(digest: string): DecodedPicture | undefined {
    const picture = this.#cached.pictures.get(digest) ?? this.#seen.get(digest)
    if (picture) this.#seen.set(digest, picture)
    return picture
  }

  add(digest: string, picture: DecodedPicture): void {
    this.#seen.set(digest, picture)
    this.#changed = true
  }

  /** The digest of a file's bytes, where its identity is as it was. */
  digestOfFile(stat: Stats): string | undefined {
    const identity = identityFrom(stat)
    const digest = this.#cached.files.get(identity)
    if (digest !== undefined) this.#seenFiles.set(identity, digest)
    return digest
  }

  /** @param stat taken before its bytes were read */
  addFile(stat: Stats, digest: string): void {
    this.#seenFiles.set(identityFrom(stat), digest)
    this.#changed = true
  }

  /** Makes what this run has seen the cache. A folder that cannot be written costs time at the next run, and nothing else. */
  save(): void {
    if (!this.#changed && this.#seen.size === this.#cached.pictures.size) return
    const sorted = <Value>(entries: Map<string, Value>) =>
      new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    this.#cache.write({ pictures: sorted(this.#seen), files: sorted(this.#seenFiles) })
  }
}

export function isPictureFormat(format: string): format is DecodedPicture['format'] {
  return (PICTURE_FORMATS as readonly string[]).includes(format)
}
