import type { MadeFiles } from './made-files.ts'

/** As many as one message tells of. */
const AT_ONCE = 250
/** A file is taken for written when so many others were begun after it: twice what Astro makes at a time. */
const UNDER_WAY = 64

/** Tells of files as they are made: Astro says when one is begun to be written, and when all are. */
export class EarlyFiles {
  readonly #early: MadeFiles['early']
  readonly #settle: (files: readonly string[]) => void
  readonly #allFiles: () => readonly string[]
  #waiting: string[] = []
  #pages = 0
  #afterPages = 0

  /**
   * @param settle is given the files that are told of next, to do with them what there is to do yet
   * @param allFiles of the output by now
   */
  constructor(
    { early }: Pick<MadeFiles, 'early'>,
    settle: (files: readonly string[]) => void,
    allFiles: () => readonly string[],
  ) {
    this.#early = early
    this.#settle = settle
    this.#allFiles = allFiles
  }

  /** How many pages are to be made, before all else. */
  expect(pages: number): void {
    this.#pages = pages
  }

  /** One is begun to be written. */
  add(file: string, isPage: boolean): void {
    this.#waiting.push(file)
    if (this.#waiting.length >= AT_ONCE + UNDER_WAY) this.#tell(AT_ONCE)
    if (!isPage && ++this.#afterPages === UNDER_WAY) this.#tellPages()
  }

  /** All are written. */
  end(): void {
    if (this.#afterPages < UNDER_WAY) this.#tellPages()
  }

  #tellPages(): void {
    if (this.#pages === 0) return
    this.#tell(this.#waiting.length - Math.min(this.#afterPages, this.#waiting.length))
    this.#early.emit('pages', this.#allFiles())
  }

  #tell(count: number): void {
    const files = this.#waiting.splice(0, count)
    this.#settle(files)
    this.#early.emit('some', files)
  }
}
