import type { Clock } from '#publisher/clock.ts'

/** A clock that goes when a test says so. */
export class TestClock implements Clock {
  #now: number
  /** Of timers, which know nothing of jumps. */
  #elapsed = 0
  readonly #timers = new Set<{ at: number; call: () => void }>()

  /** @param now milliseconds since 1970 */
  constructor(now: number) {
    this.#now = now
  }

  now(): number {
    return this.#now
  }

  after(milliseconds: number, call: () => void): () => void {
    const timer = { at: this.#elapsed + milliseconds, call }
    this.#timers.add(timer)
    return () => void this.#timers.delete(timer)
  }

  /** Lets time go by, and calls what is due on the way, in its order. */
  advance(milliseconds: number): void {
    const end = this.#elapsed + milliseconds
    for (;;) {
      const [next] = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#move(Math.max(next.at, this.#elapsed))
      this.#timers.delete(next)
      next.call()
    }
    this.#move(end)
  }

  /** Sets the clock, in either direction: a machine that has slept, say. */
  jump(milliseconds: number): void {
    this.#now += milliseconds
  }

  #move(to: number): void {
    this.#now += to - this.#elapsed
    this.#elapsed = to
  }
}
