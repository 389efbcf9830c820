/** What reads files on another thread. */
interface Reader {
  read(files: readonly string[]): Promise<void>
  end(): Promise<void>
}

/**
 * Reads files while others are made. What it cannot read is left to whoever
 * looks at all of them in the end, and tells of it.
 */
export class EarlyReading {
  readonly #open: () => Promise<Reader>
  #reader: Promise<Reader> | undefined
  #all: Promise<void> = Promise.resolve()

  /** @param open is called where there is something to read */
  constructor(open: () => Promise<Reader>) {
    this.#open = open
  }

  read(files: readonly string[]): void {
    if (files.length === 0) return
    this.#reader ??= this.#open()
    const reading = this.#reader.then((reader) => reader.read(files)).catch(() => {})
    this.#all = this.#all.then(() => reading)
  }

  /** All that was given is read. */
  async end(): Promise<void> {
    const reader = this.#reader
    this.#reader = undefined
    await this.#all
    await (await reader)?.end()
  }
}
