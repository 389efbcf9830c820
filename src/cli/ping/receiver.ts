import type { Versions } from './published.ts'

/** Somebody who wants to know what has changed. */
export interface Receiver {
  /** Where it is told; its name in what is remembered and printed. */
  address: string
  /** What it is told of, one and several. */
  nouns: [string, string]
  /** All of it that is published. */
  versions(): Promise<Versions>
  /** Whether it wants to know of what is there no more. */
  wantsGone: boolean
  /** How many addresses it takes at a time. */
  batch: number
  /** @throws PingError */
  tell(addresses: readonly string[]): Promise<void>
}
