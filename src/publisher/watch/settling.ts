import type { Clock } from '#publisher/clock.ts'

/** Milliseconds without a further change after which a burst is over. */
const QUIET_MS = 100
/** Milliseconds after which what has changed is told, though there is no end of it. */
const LONGEST_MS = 5000

/** Gathers what changes in a burst, a save of several steps or a sync of many files, and tells all of it once. */
export class Settling {
  readonly #clock: Clock
  readonly #tell: (paths: ReadonlySet<string> | undefined) => void
  readonly #isHeld: () => boolean
  #paths: Set<string> | undefined = new Set()
  #cancelQuiet: (() => void) | undefined
  #cancelLongest: (() => void) | undefined

  /**
   * @param tell is given absolute paths; undefined where anything may have changed
   * @param isHeld whether a program says that it is not done yet: nothing is told until then, however long it takes
   */
  constructor(
    clock: Clock,
    tell: (paths: ReadonlySet<string> | undefined) => void,
    isHeld: () => boolean = () => false,
  ) {
    this.#clock = clock
    this.#tell = tell
    this.#isHeld = isHeld
  }

  /** @param path absolute; undefined where nobody knows which */
  touch(path: string | undefined): void {
    if (path === undefined) this.#paths = undefined
    else this.#paths?.add(path)
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
    const paths = this.#paths
    this.stop()
    this.#tell(paths)
  }

  stop(): void {
    this.#cancelQuiet?.()
    this.#cancelLongest?.()
    this.#cancelQuiet = undefined
    this.#cancelLongest = undefined
    this.#paths = new Set()
  }
}
