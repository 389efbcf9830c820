import type { Named, Status } from './status.ts'

/** What has to be done to a page for it to show a state. */
export interface Plan {
  /** New entries, newest first. */
  added: Named[]
  /** Entries of the page that are others now. */
  changed: Named[]
  /** Ids of entries that are gone. */
  removed: string[]
  /** Whether there are more new ones than a state names: then the page has to be loaded anew for them. */
  isGap: boolean
}

/**
 * Compares the entries of a page with a state.
 * @param shown newest first
 */
export function planUpdate(shown: readonly Named[], { entries, isWhole }: Omit<Status, 'state'>): Plan {
  const digests = new Map(shown)
  const listed = new Set(entries.map(([id]) => id))
  const lastShown = entries.findLastIndex(([id]) => digests.has(id))
  const lastListed = shown.findLastIndex(([id]) => listed.has(id))
  const isGap = lastShown === -1 && shown.length > 0 && !isWhole
  // What is older than all of the page is on another one.
  const newer = lastShown === -1 ? entries : entries.slice(0, lastShown)
  // So are the page's own that are older than what a state names.
  const judged = isWhole ? shown : shown.slice(0, lastListed + 1)
  return {
    added: newer.filter(([id]) => !digests.has(id)),
    changed: entries.filter(([id, digest]) => digests.has(id) && digests.get(id) !== digest),
    removed: judged.map(([id]) => id).filter((id) => !listed.has(id)),
    isGap,
  }
}
