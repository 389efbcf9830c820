import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { CacheFolder } from '#cache/cache-folder.ts'
import { cacheFolder } from '#cache/caches.ts'
import { contentDigest } from '#cache/content-digest.ts'
import { toDcz } from './dcz.ts'
import { linkFile } from './link-file.ts'
import type { PageDictionary } from './page-dictionary.ts'

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

  /**
   * Puts each form of a file's text beside it.
   * @param dictionary for readers who have it, where they are to get one more form
   * @returns what the names of the forms have behind the file's
   */
  async put(file: string, text: Buffer, quality: Quality, dictionary?: PageDictionary): Promise<string[]> {
    const digest = contentDigest(text)
    for (const [ending, encode] of Object.entries(ENCODINGS))
      await this.#put(file + ending, `${digest}-${quality}-${ending.slice(1)}`, () => encode(text, quality))
    const endings = Object.keys(ENCODINGS)
    if (!dictionary) return endings
    const { id } = dictionary
    const ending = `.${id}.dcz`
    await this.#put(file + ending, `${digest}-${id}-dcz`, () => toDcz(text, dictionary))
    return [...endings, ending]
  }

  async #put(file: string, key: string, encode: () => Promise<Buffer>): Promise<void> {
    const form = this.#used.get(key) ?? this.#form(key, encode)
    this.#used.set(key, form)
    const { path, bytes } = await form
    rmSync(file, { force: true })
    if (path === undefined || !linkFile(path, file)) writeFileSync(file, bytes())
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
