import type { Stats } from 'node:fs'
import { cacheValue } from '#cache/caches.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { type FileIdentity, identityFrom } from '#cache/file-identity.ts'
import { cachesOf } from './caches.ts'

const PICTURE_FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const

/** A picture as it is seen, upright: pixels. */
export interface SoundPicture {
  width: number
  height: number
  format: (typeof PICTURE_FORMATS)[number]
  /** Of one that moves; absent for one that does not. */
  frames?: number | undefined
}

interface Known {
  pictures: ReadonlyMap<string, SoundPicture>
  /** Digests of files by their identities: names may be of what is not published yet. */
  files: ReadonlyMap<FileIdentity, string>
}

/**
 * Pictures that have been decoded to their last pixel and were sound, by a
 * digest of their bytes, kept from run to run in `pictures` among the newsroom's caches. What is kept is what a page must know, and of sound
 * pictures alone: no picture is ever called broken on the word of the cache.
 * With them are the files that had these bytes, so that one of the same identity is not read again.
 */
export class WholePictures {
  readonly #cache: CacheValue<Known>
  readonly #known: Known
  readonly #seen = new Map<string, SoundPicture>()
  readonly #seenFiles = new Map<FileIdentity, string>()
  #changed = false

  constructor(root: string) {
    this.#cache = cacheValue('pictures', cachesOf(root))
    this.#known = this.#cache.read() ?? { pictures: new Map(), files: new Map() }
  }

  /** A picture known to be sound. */
  get(digest: string): SoundPicture | undefined {
    const picture = this.#known.pictures.get(digest) ?? this.#seen.get(digest)
    if (picture) this.#seen.set(digest, picture)
    return picture
  }

  add(digest: string, picture: SoundPicture): void {
    this.#seen.set(digest, picture)
    this.#changed = true
  }

  /** The digest of a file's bytes, where it is as it was. */
  digestOfFile(stat: Stats): string | undefined {
    const identity = identityFrom(stat)
    const digest = this.#known.files.get(identity)
    if (digest !== undefined) this.#seenFiles.set(identity, digest)
    return digest
  }

  /** @param stat from before its bytes were read */
  addFile(stat: Stats, digest: string): void {
    this.#seenFiles.set(identityFrom(stat), digest)
    this.#changed = true
  }

  /** Keeps what this run has seen; a folder that cannot be written costs time at the next run, and nothing else. */
  save(): void {
    if (!this.#changed && this.#seen.size === this.#known.pictures.size) return
    const sorted = <Value>(entries: Map<string, Value>) =>
      new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    this.#cache.write({ pictures: sorted(this.#seen), files: sorted(this.#seenFiles) })
  }
}

export function isPictureFormat(format: string): format is SoundPicture['format'] {
  return (PICTURE_FORMATS as readonly string[]).includes(format)
}
