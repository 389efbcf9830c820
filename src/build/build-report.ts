import type { HeldBack } from '#desk/held-back.ts'
import type { JudgedNewsroom } from './bridge.ts'

/** What a build tells whoever has started it in the same process, once its site is published. */
export interface BuildReport extends JudgedNewsroom {
  /** How many pages and endpoints were rendered; the others are those of the last build. */
  rendered: number
  heldBack: readonly HeldBack[]
  /** Seconds of each step, in their order. */
  steps: readonly { step: BuildStep; seconds: number }[]
}

export type BuildStep = 'start' | 'content' | 'render' | 'verify' | 'publish'

type Listener = (report: BuildReport) => void

// Astro may load the modules of a build by another address than whoever started it.
const LISTENER = Symbol.for('warta.build-report')
const shared = globalThis as { [LISTENER]?: Listener }

/** Calls the listener when a build of this process has published its site. */
export function onBuildReport(listener: Listener): void {
  shared[LISTENER] = listener
}

export function reportBuild(report: BuildReport): void {
  shared[LISTENER]?.(report)
}

/** Measures the steps of a build, each from the end of the one before, the first from the start of the process. */
export class StepTimes {
  readonly #steps: { step: BuildStep; seconds: number }[] = []
  #last = 0

  end(step: BuildStep): void {
    const now = performance.now()
    this.#steps.push({ step, seconds: (now - this.#last) / 1000 })
    this.#last = now
  }

  get steps(): BuildReport['steps'] {
    return this.#steps
  }
}
