/** What was wrong at the old site, and what became of it here. */
const KINDS = {
  deadLinks: 'links that lead nowhere, their words kept',
  missingFiles: 'links to files that are missing, their words kept',
  mistyped: 'mistyped addresses, their words kept',
  missingPictures: 'pictures that are missing, their words kept',
  missingLeads: 'lead pictures that are missing',
  foreignPictures: 'pictures of other sites, each a link now',
  inlinePictures: 'pictures that stand in the text as data, left out',
  wordless: 'pictures without words for those who cannot see them, marked "?"',
  unusedAddresses: 'old addresses that cannot be kept',
  feedIds: 'ids for feed readers, cleaned or left out',
  fields: 'values that cannot stand in a newsroom, cleaned or left out',
} as const

export type SettledKind = keyof typeof KINDS

/** All of one kind in one entry. */
export interface Settlement {
  kind: SettledKind
  /** A sentence without its end. */
  what: string
  /** What it was done to, each once. */
  of: readonly string[]
}

/** What was settled in an entry, in the order of `KINDS`. */
export class Settled {
  private readonly found = new Map<SettledKind, Set<string>>()

  add(kind: SettledKind, what: string): void {
    const known = this.found.get(kind) ?? new Set()
    this.found.set(kind, known.add(what))
  }

  all(): Settlement[] {
    return (Object.keys(KINDS) as SettledKind[]).flatMap((kind) => {
      const of = this.found.get(kind)
      return of ? [{ kind, what: KINDS[kind], of: [...of] }] : []
    })
  }
}
