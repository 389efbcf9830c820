import { join } from 'node:path'
import { statOf } from '#cache/stat-of.ts'

/** As many as are told at once. */
const AT_ONCE = 250
/** Milliseconds between two looks whether the last pages are written, and how often they are looked for. */
const PATIENCE = 20
const MOST_LOOKS = 100

interface WrittenFilesOptions {
  /** Where files are written; absolute. */
  dist: string
  /** Is given files that are most likely written by now. */
  onFiles: (files: readonly string[]) => void
  /** All pages are written, but not all endpoints; is given those files that `onFiles` was not. */
  onPages: (files: readonly string[]) => void
}

/**
 * Knows when files are written, of which Astro says only when one is begun, and when all are done. A file may yet change
 * after it was told, and one may not be told at all: when all are done, all must be looked at.
 */
export class WrittenFiles {
  readonly #options: WrittenFilesOptions
  readonly #since = Date.now()
  #pending: string[] = []
  #pages = 0
  #timer: NodeJS.Timeout | undefined
  #isDone = false
  #resolvePages = () => {}
  readonly #pagesWritten = new Promise<void>((resolve) => (this.#resolvePages = resolve))

  constructor(options: WrittenFilesOptions) {
    this.#options = options
  }

  /** @param pages how many pages will be rendered, before all endpoints */
  expect(pages: number): void {
    this.#pages = pages
    this.#isDone = pages === 0
  }

  /** Astro begins to write a file. */
  add(file: string, isPage: boolean): void {
    this.#pending.push(file)
    // So many are under way at a time that some of the last ones are not written yet.
    if (this.#pending.length >= 2 * AT_ONCE) this.#tellFiles(this.#pending.splice(0, AT_ONCE))
    if (isPage && --this.#pages === 0) this.#look([...this.#pending])
  }

  /** All files are written. */
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
    else this.#resolvePages()
  }

  #tellPages(): void {
    this.#isDone = true
    this.#options.onPages(this.#pending)
    this.#resolvePages()
  }

  #tellFiles(files: readonly string[]): void {
    this.#options.onFiles(files.filter((file) => this.#isWritten(file)))
  }

  #isWritten(file: string): boolean {
    const stat = statOf(join(this.#options.dist, file))
    // The time of the last change of any kind: a copy of the site gives a file whose bytes are published the time that they
    // were published with. The clock of a file system may be some milliseconds late.
    return stat !== undefined && stat.size > 0 && stat.ctimeMs > this.#since - 1000
  }
}
