import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

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
    await this.#keep(file, drawn)
    return drawn
  }

  /** Takes away all but these: no card outlives its headline. */
  async keepOnly(names: readonly string[]): Promise<void> {
    const wanted = new Set(names.map((name) => `${name}.png`))
    const files = await readdir(this.#folder).catch(() => [])
    await Promise.all(files.filter((file) => !wanted.has(file)).map((file) => rm(join(this.#folder, file))))
  }

  /** A folder that cannot be written costs time at the next build, and nothing else. */
  async #keep(file: string, bytes: Uint8Array): Promise<void> {
    const next = `${file}.${process.pid}`
    try {
      await mkdir(this.#folder, { recursive: true })
      await writeFile(next, bytes)
      await rename(next, file)
    } catch {}
  }
}
