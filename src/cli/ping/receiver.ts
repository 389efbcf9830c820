import type { Versions } from './published.ts'

/** Somebody who wants to know what has changed. */
export interface Receiver {
  /** The address for notifications, which is also its name in the memory and in messages. */
  address: string
  /** The nouns, singular and plural, for what it is notified of. */
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
