import type { HeldBack } from '#desk/held-back.ts'
import type { Problem } from '#desk/problem.ts'

/** A site that readers see now. */
export interface Published {
  outcome: 'published'
  /** How many pages were rendered for it. */
  rendered: number
  articles: number
  /** Seconds of each step, in their order. */
  steps: readonly { step: string; seconds: number }[]
  /** What readers do not see yet, the soonest first. */
  heldBack: readonly HeldBack[]
  /**
   * The next moment at which the clock alone changes the site, in milliseconds since 1970: the soonest of what is held
   * back, and what `src/domain/next-change.ts` knows. Undefined where only an edit does.
   */
  dueAt: number | undefined
  /** Bytes of the process that has made it. */
  memory?: number
  /** What a desk should know though it stops nothing. */
  warnings: readonly Problem[]
  /**
   * Settles when search knows of all of it, where it does not yet: till then it finds what it has found, of which nothing
   * is gone. It rejects where that has failed, and the next publication makes up for it.
   */
  searched?: Promise<void> | undefined
}

/** Nothing was published: readers see what they saw. */
export interface Refused {
  outcome: 'refused'
  /** What is wrong with files of the newsroom or of the site; empty where something else has failed. */
  problems: readonly Problem[]
  /** In words for the desk. */
  message: string
  /**
   * Whether the machine is at fault, not the newsroom or its code, so that the same may be published a little later; where
   * nobody knows, the message tells.
   */
  isPassing?: boolean
}

/** Publishes one newsroom's site, again and again. */
export interface SiteMaker {
  /**
   * Publishes the newsroom as it is now. Never called before the last call's promise has settled. It does not reject.
   * @param at the publication's moment, in milliseconds since 1970: all that is due by then is published
   */
  publish(order: { at: number }): Promise<Published | Refused>
  /** Ends what it holds: processes, threads, the lock. */
  close(): Promise<void>
}
