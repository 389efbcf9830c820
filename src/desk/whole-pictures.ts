import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { fileStamp } from '#file-stamp.ts'
import { keepFile } from '#keep-file.ts'
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

interface Kept {
  pictures: Map<string, SoundPicture>
  /** Digests of files by their stamps: names may be of what is not published yet. */
  files: Map<string, string>
}

/** Counts the ways in which pictures have been judged: what an older one found sound is decoded again. */
const JUDGEMENT = 3

/**
 * Pictures that have been decoded to their last pixel and were sound, by the
 * SHA-256 of their bytes, kept from run to run in
 * `whole-pictures.json` among the newsroom's caches. What is kept is what a page must know, and of sound
 * pictures alone: no picture is ever called broken on the word of the cache.
 * With them are the files that had these bytes, so that one that is the same,
 * by its inode, size and times, is not read again. A cache that is missing, damaged or another sharp's is an empty one.
 */
export class WholePictures {
  readonly #file: string
  readonly #known: Map<string, SoundPicture>
  readonly #seen = new Map<string, SoundPicture>()
  readonly #knownFiles: Map<string, string>
  readonly #seenFiles = new Map<string, string>()
  #changed = false

  private constructor(file: string, { pictures, files }: Kept) {
    this.#file = file
    this.#known = pictures
    this.#knownFiles = files
  }

  static async of(root: string): Promise<WholePictures> {
    const file = join(cachesOf(root), 'whole-pictures.json')
    return new WholePictures(file, await read(file))
  }

  /** A picture known to be sound. */
  get(digest: string): SoundPicture | undefined {
    const picture = this.#known.get(digest) ?? this.#seen.get(digest)
    if (picture) this.#seen.set(digest, picture)
    return picture
  }

  add(digest: string, picture: SoundPicture): void {
    this.#seen.set(digest, picture)
    this.#changed = true
  }

  /** The digest of a file's bytes, where it is as it was. */
  digestOfFile(stat: Stats): string | undefined {
    const stamp = fileStamp(stat)
    const digest = this.#knownFiles.get(stamp)
    if (digest !== undefined) this.#seenFiles.set(stamp, digest)
    return digest
  }

  /** @param stat from before its bytes were read */
  addFile(stat: Stats, digest: string): void {
    this.#seenFiles.set(fileStamp(stat), digest)
    this.#changed = true
  }

  /** Keeps what this run has seen; a folder that cannot be written costs time at the next run, and nothing else. */
  async save(): Promise<void> {
    if (!this.#changed && this.#seen.size === this.#known.size) return
    const sorted = <Value>(entries: Map<string, Value>) =>
      Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
    const [pictures, files] = [sorted(this.#seen), sorted(this.#seenFiles)]
    await keepFile(this.#file, JSON.stringify({ made: madeBy(), pictures, files }))
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function read(file: string): Promise<Kept> {
  const nothing = { pictures: new Map(), files: new Map() }
  try {
    const { made, pictures, files } = JSON.parse(await readFile(file, 'utf8'))
    if (made !== madeBy()) return nothing
    return {
      pictures: new Map(Object.entries<SoundPicture>(pictures).filter(([, picture]) => isPicture(picture))),
      files: new Map(Object.entries<string>(files ?? {})),
    }
  } catch {
    return nothing
  }
}

export function isPictureFormat(format: string): format is SoundPicture['format'] {
  return (PICTURE_FORMATS as readonly string[]).includes(format)
}

function isPicture({ width, height, format, frames = 1 }: SoundPicture): boolean {
  const isCount = (number: unknown) => Number.isInteger(number) && Number(number) > 0
  return [width, height, frames].every(isCount) && isPictureFormat(format)
}

function madeBy(): string {
  return `${JUDGEMENT} ${sharp.versions.sharp ?? ''} ${sharp.versions.vips}`
}
