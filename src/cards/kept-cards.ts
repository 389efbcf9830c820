import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { keepFile } from '#keep-file.ts'

/** The chunk that ends every PNG. */
const END = Buffer.from('0000000049454e44ae426082', 'hex')

/** Drawn cards in a folder, by their names: one that has not changed is not drawn again. */
export class KeptCards {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Where a card of the output is kept; undefined for other files, and for a card that is not, or not as a whole. */
  fileOf(path: string): string | undefined {
    if (!path.startsWith('cards/')) return undefined
    const file = join(this.#folder, basename(path))
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    if (size < END.length) return undefined
    const end = Buffer.alloc(END.length)
    const open = openSync(file, 'r')
    readSync(open, end, { position: size - END.length })
    closeSync(open)
    return end.equals(END) ? file : undefined
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
