import { hash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
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

/** Texts in their compressed forms, kept from build to build in a folder by what is in them. */
export class CompressedStore {
  private readonly folder: string
  private readonly kept: Set<string>
  private readonly used = new Map<string, Promise<unknown>>()
  /** How many there were not yet. */
  made = 0

  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
    this.kept = new Set(readdirSync(folder))
  }

  /** Puts each form of a file's text beside it. */
  async put(file: string, text: Buffer, quality: Quality): Promise<void> {
    const name = `${hash('sha256', text)}-${quality}`
    for (const [ending, encode] of Object.entries(ENCODINGS)) {
      const stored = name + ending
      if (!this.used.has(stored))
        this.used.set(
          stored,
          this.store(stored, () => encode(text, quality)),
        )
      await this.used.get(stored)
      rmSync(file + ending, { force: true })
      const origin = join(this.folder, stored)
      if (!linkFile(origin, file + ending)) copyFileSync(origin, file + ending)
    }
  }

  /** Takes away what no file has used. */
  prune(): void {
    for (const stored of this.kept) if (!this.used.has(stored)) rmSync(join(this.folder, stored))
  }

  private async store(name: string, encode: () => Promise<Buffer>): Promise<void> {
    if (this.kept.has(name)) return
    const file = join(this.folder, name)
    // A build that is cut off leaves no half of one under its name.
    writeFileSync(`${file}.unfinished`, await encode())
    renameSync(`${file}.unfinished`, file)
    this.made++
  }
}
