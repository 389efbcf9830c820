import type { KnownEntry, NewsroomState, Target } from './known-entries.ts'
import type { Ledger, LedgerMap, LedgerSet } from './ledger.ts'
import type { Entry } from './survey.ts'

/**
 * Finds the article or page that an earlier import has made of an entry, whatever
 * was done to it since. Each is found once, so that an entry is asked for once.
 */
export class Recognition {
  private readonly newsroom: NewsroomState
  private readonly targets: LedgerMap<string, Target>
  private readonly byId: LedgerMap<string, string>
  private readonly titled: LedgerMap<string, string>
  private readonly found: LedgerSet

  constructor(newsroom: NewsroomState, targets: LedgerMap<string, Target>, ledger: Ledger) {
    this.newsroom = newsroom
    this.targets = targets
    this.byId = ledger.map()
    this.titled = ledger.map()
    this.found = ledger.set()
    for (const [file, { kind, title, at, feedId }] of newsroom.entries) {
      this.titled.set(titleKey(kind, title, at), file)
      if (feedId !== undefined) this.byId.set(feedId, file)
    }
  }

  /** By the id that feed readers know, or by an old address. */
  byAddress(entry: Entry): KnownEntry | undefined {
    const own = this.unfound(entry, this.byId.get(entry.feedId ?? ''))
    if (own && isAlike(own, entry)) return this.take(own)
    for (const path of entry.oldPaths) {
      const known = this.unfound(entry, this.targets.get(this.newsroom.addressOf(path))?.file)
      if (known && isSame(known, entry, path) && !this.cameFromElsewhere(known, entry))
        return this.take(known)
    }
    return undefined
  }

  /** Whether it has old addresses, and an entry none of them: then it has the entry's address or title by chance. */
  private cameFromElsewhere(known: KnownEntry, entry: Entry): boolean {
    if (known.aliases.length === 0 || isOfTheMoment(known, entry)) return false
    if (known.kind === 'article' && known.title === entry.title) return false
    const theirs = new Set(entry.oldPaths.map(this.newsroom.addressOf))
    return !known.aliases.some((alias) => theirs.has(this.newsroom.addressOf(alias)))
  }

  /** By its title and moment, which entries of two sites can share: for an entry that has no address to be known by. */
  byTitle(entry: Entry): KnownEntry | undefined {
    if (entry.title === '') return undefined
    const known = this.unfound(entry, this.titled.get(titleKey(entry.kind, entry.title, momentOf(entry))))
    return known && !this.cameFromElsewhere(known, entry) ? this.take(known) : undefined
  }

  /** Whether the newsroom has the id that feed readers know an entry by. */
  hasIdOf({ feedId }: Entry): boolean {
    return feedId !== undefined && this.byId.has(feedId)
  }

  private unfound({ kind }: Entry, file: string | undefined): KnownEntry | undefined {
    if (file === undefined || this.found.has(file)) return undefined
    const known = this.newsroom.entries.get(file)
    return known?.kind === kind ? known : undefined
  }

  private take(known: KnownEntry): KnownEntry {
    this.found.add(known.file)
    return known
  }
}

/** Whether what has an old address of an entry is that entry, and not one of another site. */
function isSame(known: KnownEntry, entry: Entry, path: string): boolean {
  const isNumber = path.includes('?')
  if (known.feedId !== undefined && entry.feedId !== undefined) {
    if (known.feedId === entry.feedId) return true
    // A copy of a site, made with another address, has other ids.
    return !isNumber && (known.title === entry.title || isOfTheMoment(known, entry))
  }
  if (isNumber) return isAlike(known, entry)
  const [ours, theirs] = [known.aliases, entry.oldPaths].map((paths) =>
    paths.filter((one) => one.includes('?')),
  )
  const haveNumbers = ours?.length && theirs?.length
  return !haveNumbers || theirs.some((number) => ours.includes(number))
}

function isAlike(known: KnownEntry, entry: Entry): boolean {
  return known.slug === entry.wantedSlug || known.title === entry.title || isOfTheMoment(known, entry)
}

function isOfTheMoment(known: KnownEntry, entry: Entry): boolean {
  return known.at !== undefined && known.at === momentOf(entry)
}

function momentOf({ kind, at }: Entry): number | undefined {
  return kind === 'page' ? undefined : Date.parse(at)
}

function titleKey(kind: string, title: string, at: number | undefined): string {
  return `${kind} ${at} ${title}`
}
