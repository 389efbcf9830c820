import type { Published, Refused } from '#publisher/site-maker.ts'

/** What a process that holds a program is asked: to publish the newsroom as it is, at a moment in milliseconds since 1970. */
export interface Order {
  at: number
}

/** The process cannot publish, and never can again: the program has changed, or another build was at work in its workspace. */
export interface Outdated {
  outcome: 'outdated'
}

/** What was published, as messages can carry it. */
export type Site = Omit<Published, 'searched'>

/** A `Followed` comes after it where search follows. */
export type Answer = (Site | Refused | Outdated) & { searchFollows: boolean }

/** Search knows of all that is published now, or it is told why not. */
export interface Followed {
  fault?: string
}
