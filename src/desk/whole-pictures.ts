import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { keepFile } from '#keep-file.ts'
import { cachesOf } from './caches.ts'

/** Width and height in pixels. */
export type PictureSize = readonly [width: number, height: number]

/** Counts the ways in which pictures have been judged: what an older one found sound is decoded again. */
const JUDGEMENT = 1

/**
 * Pictures that have been decoded to their last pixel and were sound, by the
 * SHA-256 of their bytes, kept from run to run in
 * `whole-pictures.json` among the newsroom's caches. What is kept is the size alone, and for sound
 * pictures alone: no picture is ever called broken on the word of the cache.
 * A cache that is missing, damaged or another sharp's is an empty one.
 */
export class WholePictures {
  readonly #file: string
  readonly #known: Map<string, PictureSize>
  readonly #seen = new Map<string, PictureSize>()
  #changed = false

  private constructor(file: string, known: Map<string, PictureSize>) {
    this.#file = file
    this.#known = known
  }

  static async of(root: string): Promise<WholePictures> {
    const file = join(cachesOf(root), 'whole-pictures.json')
    return new WholePictures(file, await read(file))
  }

  /** The size of a picture known to be sound. */
  sizeOf(digest: string): PictureSize | undefined {
    const size = this.#known.get(digest) ?? this.#seen.get(digest)
    if (size) this.#seen.set(digest, size)
    return size
  }

  add(digest: string, size: PictureSize): void {
    this.#seen.set(digest, size)
    this.#changed = true
  }

  /** Keeps what this run has seen; a folder that cannot be written costs time at the next run, and nothing else. */
  async save(): Promise<void> {
    if (!this.#changed && this.#seen.size === this.#known.size) return
    const pictures = Object.fromEntries([...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1)))
    await keepFile(this.#file, JSON.stringify({ made: madeBy(), pictures }))
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function read(file: string): Promise<Map<string, PictureSize>> {
  try {
    const { made, pictures } = JSON.parse(await readFile(file, 'utf8'))
    if (made !== madeBy()) return new Map()
    return new Map(Object.entries<PictureSize>(pictures).filter(([, size]) => isSize(size)))
  } catch {
    return new Map()
  }
}

function isSize(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length === 2 && value.every((side) => Number.isInteger(side) && side > 0)
  )
}

function madeBy(): string {
  return `${JUDGEMENT} ${sharp.versions.sharp ?? ''} ${sharp.versions.vips}`
}
