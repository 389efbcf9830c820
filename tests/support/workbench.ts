import type { Random } from '../../bench/random.ts'

/** What a newsroom, and a developer, do between two builds; each must leave what can be built. */
export interface Workbench {
  /** The checkout. */
  root: string
  /** The newsroom in it, with the stories that `writeStories` has put there. */
  newsroom: string
  random: Random
  /** The moment of the next build, in seconds. */
  clock: number
  /** Stories so far, to name the next one by. */
  written: number
}
