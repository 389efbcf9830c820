import type { Clock } from './clock.ts'

/** Timers stand still while a machine sleeps, and know nothing of a clock that was set: it is looked at this often. */
const TICK_MS = 1000

interface Setting {
  /** The moment to ring at, in milliseconds since 1970; undefined for none. */
  due: number | undefined
  /** A moment before which the clock cannot be unless it was put back. */
  since: number
}

/**
 * Rings once when a moment has come, and when the clock was put back behind another: what was due by then is due no
 * more. It is right within a second after the machine has slept or its clock was set.
 */
export class Alarm {
  readonly #clock: Clock
  readonly #ring: () => void
  #cancel: (() => void) | undefined

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock
    this.#ring = ring
  }

  /** Takes the place of what was set before. */
  set({ due, since }: Setting): void {
    this.stop()
    const look = () => {
      const now = this.#clock.now()
      if (now < since || (due !== undefined && now >= due)) {
        this.#cancel = undefined
        this.#ring()
        return
      }
      const left = due === undefined ? TICK_MS : due - now
      this.#cancel = this.#clock.after(Math.min(left, TICK_MS), look)
    }
    look()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
