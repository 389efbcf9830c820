import type { Clock } from '#publisher/clock.ts'

/** Milliseconds without a further change after which a burst is over. */
const QUIET_MS = 100
/** Milliseconds after which what has changed is told, though there is no end of it. */
const LONGEST_MS = 5000

/** Tells once of what changes in a burst: a save of several steps, or a sync of many files. */
export class Settling {
  readonly #clock: Clock
  readonly #tell: () => void
  readonly #isHeld: () => boolean
  #cancelQuiet: (() => void) | undefined
  #cancelLongest: (() => void) | undefined

  /**
   * @param isHeld whether a program says that it is not done yet: nothing is told until then, however long it takes
   */
  constructor(clock: Clock, tell: () => void, isHeld: () => boolean = () => false) {
    this.#clock = clock
    this.#tell = tell
    this.#isHeld = isHeld
  }

  /** Something has changed. */
  touch(): void {
    this.#cancelLongest ??= this.#clock.after(LONGEST_MS, () => this.#end())
    this.#cancelQuiet?.()
    this.#cancelQuiet = this.#clock.after(QUIET_MS, () => this.#end())
  }

  #end(): void {
    if (this.#isHeld()) {
      this.#cancelQuiet?.()
      this.#cancelQuiet = this.#clock.after(QUIET_MS, () => this.#end())
      return
    }
    this.stop()
    this.#tell()
  }

  stop(): void {
    this.#cancelQuiet?.()
    this.#cancelLongest?.()
    this.#cancelQuiet = undefined
    this.#cancelLongest = undefined
  }
}
