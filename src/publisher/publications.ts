/** Why something may have to be published. */
export type Reason = 'start' | 'files' | 'commit' | 'clock' | 'readership' | 'retry'

/** All that was asked for since the last publication began. */
export interface Wanted {
  reasons: ReadonlySet<Reason>
  /** Absolute paths of what may have changed; undefined where anything may have. */
  paths: ReadonlySet<string> | undefined
}

/**
 * Has publications made one after the other, never two at once. What is asked for together is one publication; what is
 * asked for while one is under way, exactly one more.
 */
export class Publications {
  readonly #publish: (wanted: Wanted) => Promise<void>
  #waiting: { reasons: Set<Reason>; paths: Set<string> | undefined } | undefined
  /** The publications that are under way and yet to come; each ends when nothing is left to do. */
  #work: Promise<void> | undefined
  #isStopped = false

  /** @param publish must not reject */
  constructor(publish: (wanted: Wanted) => Promise<void>) {
    this.#publish = publish
  }

  get isBusy(): boolean {
    return this.#work !== undefined
  }

  /** @param paths what may have changed; without it, anything may have */
  want(reason: Reason, paths?: Iterable<string>): void {
    if (this.#isStopped) return
    const waiting = this.#waiting
    if (!waiting) this.#waiting = { reasons: new Set([reason]), paths: paths && new Set(paths) }
    else {
      waiting.reasons.add(reason)
      if (!paths) waiting.paths = undefined
      else for (const path of paths) waiting.paths?.add(path)
    }
    this.#work ??= this.#workOff()
  }

  /** Resolves when all that was asked for by now is done. */
  async settled(): Promise<void> {
    await this.#work
  }

  /** Takes nothing more, and resolves when the publication under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true
    this.#waiting = undefined
    await this.#work
  }

  async #workOff(): Promise<void> {
    // What is asked for in the same turn belongs together.
    await undefined
    for (let wanted = this.#waiting; wanted; wanted = this.#waiting) {
      this.#waiting = undefined
      await this.#publish(wanted)
    }
    this.#work = undefined
  }
}
