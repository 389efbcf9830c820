import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepFile } from '#keep-file.ts'

/** The chunk that ends every PNG. */
const END = Buffer.from('0000000049454e44ae426082', 'hex')

/** Drawn cards in a folder, by their names: one that has not changed is not drawn again. */
export class KeptCards {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** A card as it was kept, or as it is drawn now; a file that is cut off counts for none. */
  async card(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const file = join(this.#folder, `${name}.png`)
    const kept = await readFile(file).catch(() => undefined)
    if (kept?.subarray(-END.length).equals(END)) return kept
    const drawn = await draw()
    await keepFile(file, drawn)
    return drawn
  }

  /** Takes away all but these: no card outlives its headline. */
  async keepOnly(names: readonly string[]): Promise<void> {
    const wanted = new Set(names.map((name) => `${name}.png`))
    const files = await readdir(this.#folder).catch(() => [])
    await Promise.all(files.filter((file) => !wanted.has(file)).map((file) => rm(join(this.#folder, file))))
  }
}
