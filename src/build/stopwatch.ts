/** A part of a build, and how long it took. */
export interface Step {
  step: 'start' | 'content' | 'render' | 'verify' | 'publish'
  seconds: number
}

/** Measures steps that follow each other. */
export class Stopwatch {
  readonly steps: Step[] = []
  #since: number

  /** @param since when the first step began, in milliseconds since the process did: now unless given */
  constructor(since = performance.now()) {
    this.#since = since
  }

  /** What was done since the last step, or since the beginning. */
  end(step: Step['step']): void {
    const now = performance.now()
    this.steps.push({ step, seconds: (now - this.#since) / 1000 })
    this.#since = now
  }
}
