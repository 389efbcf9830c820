import { PingError } from './post.ts'
import type { Versions } from './published.ts'
import type { Receiver } from './receiver.ts'

export interface NotifyResult {
  /** What the receiver knows now. */
  known: Versions
  notified: string[]
  /** A sentence each. */
  faults: string[]
}

/** The changes of which a receiver has to be notified: new and changed addresses, and those that are gone. */
export function changesFor({ wantsGone }: Receiver, known: Versions, now: Versions): string[] {
  const changed = Object.keys(now).filter((address) => known[address] !== now[address])
  const gone = wantsGone ? Object.keys(known).filter((address) => now[address] === undefined) : []
  return [...changed, ...gone]
}

/** Tells a receiver of changes, and keeps in mind what it took: what it did not take is a change the next time too. */
export async function notify(
  receiver: Receiver,
  changes: readonly string[],
  known: Versions,
  now: Versions,
): Promise<NotifyResult> {
  const outcome: NotifyResult = { known: { ...known }, notified: [], faults: [] }
  for (let i = 0; i < changes.length; i += receiver.batch) {
    const batch = changes.slice(i, i + receiver.batch)
    try {
      await receiver.tell(batch)
    } catch (error) {
      if (!(error instanceof PingError)) throw error
      const what = batch.length === 1 ? batch[0] : `${batch.length} ${receiver.nouns[1]}`
      outcome.faults.push(`${receiver.address} did not take ${what}: ${error.message}.`)
      if (error.isReceivers) break
      continue
    }
    outcome.notified.push(...batch)
    for (const address of batch) remember(outcome.known, address, now[address])
  }
  // What a receiver does not want to hear of when it goes is forgotten without a word.
  for (const address of Object.keys(outcome.known)) {
    if (now[address] === undefined && !receiver.wantsGone) delete outcome.known[address]
  }
  return outcome
}

function remember(known: Versions, address: string, version: string | undefined): void {
  if (version === undefined) delete known[address]
  else known[address] = version
}
