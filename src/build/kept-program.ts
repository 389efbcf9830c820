import type { PublishedSite } from './sealed-site.ts'
import type { Step } from './stopwatch.ts'

/** A site with how long each step has taken. */
export type TimedSite = PublishedSite & { steps: readonly Step[] }

/** A program that has built a site and stays loaded, to build it again and again. */
export interface KeptProgram {
  /** What the build has published that has loaded it. */
  first: TimedSite
  /**
   * Builds and publishes the newsroom as it is, at the moment that SOURCE_DATE_EPOCH tells by then.
   * @throws NewsroomError when the newsroom cannot be published; then, and after an OutputError, it can go on
   * @throws WorkspaceChanged when another build was at work meanwhile, and after an error while pages were rendered: it is
   * of no use any more
   */
  publish(): Promise<TimedSite>
}

type Keeper = (program: KeptProgram) => void

// Astro may load the modules of a build by another address than whoever started it.
const KEEPER = Symbol.for('warta.keeper')
const shared = globalThis as { [KEEPER]?: Keeper }

/** Has the build that is started next in this process leave its program with whoever asks, when its site is published. */
export function keepProgram(keeper: Keeper): void {
  shared[KEEPER] = keeper
}

/** Who has asked for that. */
export function programKeeper(): Keeper | undefined {
  return shared[KEEPER]
}
