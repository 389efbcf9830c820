import type { Published, Refused } from '#publisher/site-maker.ts'

/** What a process that holds a program is asked: to publish the newsroom as it is, at a moment in milliseconds since 1970. */
export interface Order {
  at: number
}

/** The process cannot publish, and never can again: the program has changed, or another build was at work in its workspace. */
interface Outdated {
  outcome: 'outdated'
}

export type Answer = Published | Refused | Outdated
