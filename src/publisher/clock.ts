/** The time, and the one way to be called at a later one; tests put another in its place. */
export interface Clock {
  /** Milliseconds since 1970, as the machine's clock says it: it may jump, in both directions. */
  now(): number
  /** Calls after so many milliseconds, and gives what ends that. A machine that sleeps calls later. */
  after(milliseconds: number, call: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}
