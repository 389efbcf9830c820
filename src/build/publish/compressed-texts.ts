import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { CacheFolder } from '#cache/cache-folder.ts'
import { cacheFolder } from '#cache/caches.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { linkFile } from './link-file.ts'

/** How each encoding is made, by the ending of its files. */
const ENCODINGS: Record<string, (text: Buffer, quality: Quality) => Promise<Buffer>> = {
  '.gz': (text) => promisify(gzip)(text, { level: 9 }),
  // The best takes some fifty times as long as the quick one, and saves a tenth.
  '.br': (text, quality) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality === 'best' ? 11 : 6,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
}

export type Quality = 'best' | 'quick'

/** Texts in their compressed forms, kept from build to build by what is in them. */
export class CompressedTexts {
  readonly #cache: CacheFolder
  /** The file of each form that this build has used. */
  readonly #used = new Map<string, Promise<CompressedForm>>()
  /** How many there were not yet. */
  made = 0

  /** @param caches the folder of one output's caches */
  constructor(caches: string) {
    this.#cache = cacheFolder('compressed', caches)
  }

  /** Puts each form of a file's text beside it. */
  async put(file: string, text: Buffer, quality: Quality): Promise<void> {
    const digest = contentDigest(text)
    for (const [ending, encode] of Object.entries(ENCODINGS)) {
      const key = `${digest}-${quality}-${ending.slice(1)}`
      if (!this.#used.has(key))
        this.#used.set(
          key,
          this.#form(key, () => encode(text, quality)),
        )
      const { path, bytes } = (await this.#used.get(key)) as CompressedForm
      rmSync(file + ending, { force: true })
      if (path === undefined || !linkFile(path, file + ending)) writeFileSync(file + ending, bytes())
    }
  }

  /** Takes away what no file has used. */
  prune(): void {
    this.#cache.pruneExcept(this.#used.keys())
  }

  async #form(key: string, encode: () => Promise<Buffer>): Promise<CompressedForm> {
    const cached = this.#cache.get(key)
    if (cached) return formIn(cached.path)
    this.made++
    const encoded = await encode()
    const path = this.#cache.put(key, encoded)
    return path === undefined ? { path, bytes: () => encoded } : formIn(path)
  }
}

interface CompressedForm {
  /** Undefined where it could not be kept. */
  path: string | undefined
  bytes: () => Buffer
}

/** So that the bytes of a whole site are not held at once. */
function formIn(path: string): CompressedForm {
  return { path, bytes: () => readFileSync(path) }
}
