import type { Live, LiveEntry, LiveSummary } from './live.ts'
import { momentInName, numberInName } from './moment-in-name.ts'

type Placed = Pick<LiveEntry, 'id' | 'at'>

/**
 * Newest first; those of one moment by the moments in their names, which may have seconds, then by the numbers at their
 * names' ends, and in any case in one order.
 */
export function newestEntryFirst(a: Placed, b: Placed): number {
  return (
    b.at.getTime() - a.at.getTime() ||
    descending(momentInName(a.id) ?? '', momentInName(b.id) ?? '') ||
    numberInName(b.id) - numberInName(a.id) ||
    descending(a.id, b.id)
  )
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0
}

/** What an entry is called where its text does not stand: its title, else the beginning of its text. */
export function nameOfEntry({ title, excerpt }: Pick<LiveEntry, 'title' | 'excerpt'>): string {
  return title ?? excerpt
}

/** The entries of moments that matter most, newest first. */
export function keyEvents({ entries }: Pick<Live, 'entries'>): LiveEntry[] {
  return entries.filter(({ isKey, withdrawn }) => isKey && !withdrawn)
}

/** The entry that stands above the others: the newest of those that ask for it. */
export function pinnedEntry({ entries }: Pick<Live, 'entries'>): LiveEntry | undefined {
  return entries.find(({ isPinned, withdrawn }) => isPinned && !withdrawn)
}

/** Undefined for what is over, which lists show as any other article. */
export function liveSummaryOf(live: Live): LiveSummary | undefined {
  const { state, from } = live
  if (state === 'ended') return undefined
  const [newest] = keyEvents(live)
  return {
    state,
    ...(state === 'upcoming' && { from }),
    ...(newest && { key: nameOfEntry(newest) }),
  }
}
