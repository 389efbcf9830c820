/** Why something may have to be published. */
export type Reason = 'start' | 'files' | 'commit' | 'clock' | 'readership' | 'retry'

/**
 * Has publications made one after the other, never two at once. What is asked for together is one publication; what is
 * asked for while one is under way, exactly one more.
 */
export class Publications {
  readonly #publish: (reasons: ReadonlySet<Reason>) => Promise<void>
  /** What was asked for since the last publication began. */
  #waiting: Set<Reason> | undefined
  /** The publications that are under way and yet to come; each ends when nothing is left to do. */
  #work: Promise<void> | undefined
  #isStopped = false

  /** @param publish must not reject */
  constructor(publish: (reasons: ReadonlySet<Reason>) => Promise<void>) {
    this.#publish = publish
  }

  get isBusy(): boolean {
    return this.#work !== undefined
  }

  want(reason: Reason): void {
    if (this.#isStopped) return
    this.#waiting = (this.#waiting ?? new Set()).add(reason)
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
    for (let reasons = this.#waiting; reasons; reasons = this.#waiting) {
      this.#waiting = undefined
      await this.#publish(reasons)
    }
    this.#work = undefined
  }
}
