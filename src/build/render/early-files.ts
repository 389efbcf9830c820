import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { MadeFiles } from '#build/made-files.ts'

/** As many as one message tells of. */
const AT_ONCE = 250
/** Milliseconds between two looks whether the last pages are written, and how often they are looked for. */
const PATIENCE = 20
const MOST_LOOKS = 100

interface EarlyOptions {
  /** Where files are written. */
  dist: string
  made: Pick<MadeFiles, 'early'>
  /** Is given the files that are told of next, to do with them what there is to do yet. */
  settle: (files: readonly string[]) => void
  /** All files of the output by now. */
  allFiles: () => readonly string[]
  /** Those of them that this build has made. */
  anew: () => readonly string[]
}

/** Tells of files as they are written, of which Astro says when one is begun, and when all are done. */
export class EarlyFiles {
  readonly #options: EarlyOptions
  readonly #since = Date.now()
  #waiting: string[] = []
  #pages = 0
  #timer: NodeJS.Timeout | undefined
  #isDone = false
  #go = () => {}
  readonly #pagesWritten = new Promise<void>((resolve) => (this.#go = resolve))

  constructor(options: EarlyOptions) {
    this.#options = options
  }

  /** How many pages are to be made, before all else. */
  expect(pages: number): void {
    this.#pages = pages
    this.#isDone = pages === 0
  }

  /** One is begun to be written. */
  add(file: string, isPage: boolean): void {
    this.#waiting.push(file)
    // So many are under way at a time that some of the last ones are not written yet.
    if (this.#waiting.length >= 2 * AT_ONCE) this.#tell(this.#waiting.splice(0, AT_ONCE))
    if (isPage && --this.#pages === 0) this.#look([...this.#waiting])
  }

  /** All are written. */
  end(): void {
    clearTimeout(this.#timer)
    if (!this.#isDone) this.#tellPages()
  }

  /** Resolves when all pages are written, or at least all that are soon. */
  async pages(): Promise<void> {
    if (!this.#isDone) await this.#pagesWritten
  }

  #look(pages: readonly string[], looks = 1): void {
    const left = pages.filter((page) => !this.#isWritten(page))
    if (left.length === 0) this.#tellPages()
    else if (looks < MOST_LOOKS) this.#timer = setTimeout(() => this.#look(left, looks + 1), PATIENCE)
    else this.#go()
  }

  #tellPages(): void {
    this.#isDone = true
    // A few are as soon read by whoever is told of all pages.
    this.#options.settle(this.#waiting)
    this.#options.made.early.emit('pages', this.#options.allFiles(), this.#options.anew())
    this.#go()
  }

  #tell(files: readonly string[]): void {
    const written = files.filter((file) => this.#isWritten(file))
    this.#options.settle(written)
    this.#options.made.early.emit('some', written)
  }

  #isWritten(file: string): boolean {
    const stat = lstatSync(join(this.#options.dist, file), { throwIfNoEntry: false })
    // The clock of a file system may be some milliseconds late.
    return stat !== undefined && stat.size > 0 && stat.mtimeMs > this.#since - 1000
  }
}
