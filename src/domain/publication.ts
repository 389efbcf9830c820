/** Why something is not public: shown where unpublished things are shown at all. */
export type Unpublished = 'draft' | 'scheduled'

/** A note that an article was wrong, and what is right. */
export interface Correction {
  at: Date
  note: string
  /** Set where notes of a later date are shown at all. */
  unpublished?: Unpublished | undefined
}

/** Undefined for an article that readers may see at that moment. */
export function whyUnpublished(
  { draft, publishedAt }: { draft: boolean; publishedAt: Date },
  at: Date,
): Unpublished | undefined {
  if (draft) return 'draft'
  return publishedAt > at ? 'scheduled' : undefined
}

/** Whether an article has been taken back by that moment. */
export function isWithdrawn({ withdrawn }: { withdrawn?: { at: Date } | undefined }, at: Date): boolean {
  return withdrawn !== undefined && withdrawn.at <= at
}

/** The notes that have come by a moment, newest first; `unpublished` takes in the later ones, marked as such. */
export function correctionsAt(
  notes: readonly { at: Date; note: string }[],
  at: Date,
  unpublished = false,
): Correction[] {
  return notes
    .filter((note) => unpublished || note.at <= at)
    .map((note): Correction => (note.at > at ? { ...note, unpublished: 'scheduled' } : note))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}

/** A part of an article that came, was changed or was taken back by itself: an entry of live coverage. */
interface DatedEntry {
  at: Date
  updatedAt?: Date | undefined
  withdrawn?: { at: Date } | undefined
}

/** When an article last changed in a way that it announces to its readers. */
export function modifiedAt({
  publishedAt,
  updatedAt,
  corrections,
  live,
}: {
  publishedAt: Date
  updatedAt?: Date | undefined
  corrections: readonly Correction[]
  live?: { entries: readonly DatedEntry[] } | undefined
}): Date {
  const changes = [
    updatedAt,
    ...corrections.map(({ at }) => at),
    ...(live?.entries.map(entryModifiedAt) ?? []),
  ]
  return newestOf(publishedAt, changes)
}

/** When an entry of live coverage came, was changed or was taken back. */
export function entryModifiedAt({ at, updatedAt, withdrawn }: DatedEntry): Date {
  return newestOf(at, [updatedAt, withdrawn?.at])
}

function newestOf(first: Date, moments: readonly (Date | undefined)[]): Date {
  return moments.reduce<Date>((newest, at) => (at && at > newest ? at : newest), first)
}
