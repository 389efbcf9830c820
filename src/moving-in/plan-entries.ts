import { type KnownEntry, type NewsroomState, ownPath, type Target } from './known-entries.ts'
import type { Ledger, LedgerMap } from './ledger.ts'
import { oldPathFault } from './old-path-fault.ts'
import type { PlannedCategories } from './plan-categories.ts'
import { Recognition } from './recognition.ts'
import { freeSlug } from './slug-text.ts'
import type { Entry, Survey } from './survey.ts'

export interface PlannedEntry {
  slug: string
  /** Its category's slug; for a page empty. */
  category: string
  /** Its path on the new site, as an author writes it. */
  path: string
  /** The file that holds it already. */
  existing: string | undefined
  aliases: string[]
  /** Old addresses that cannot lead here, and why. */
  lost: string[]
  /** Whether another article of the newsroom has the id by which feed readers knew it. */
  isIdTaken: boolean
}

/** Gives each entry a slug and a path; those that the newsroom has already keep theirs. */
export function planEntries(
  survey: Survey,
  newsroom: NewsroomState,
  { categories, categorySlugs, targets }: PlannedCategories & { targets: LedgerMap<string, Target> },
  ledger: Ledger,
): LedgerMap<number, PlannedEntry> {
  const taken = { article: ledger.set(), page: ledger.set() }
  taken.article.add('page')
  for (const slug of [...newsroom.fixed, ...categorySlugs]) taken.page.add(slug)
  for (const [, { kind, slug }] of newsroom.entries) taken[kind].add(slug)
  const entries = ledger.map<number, PlannedEntry>()
  const known = new Recognition(newsroom, targets, ledger)
  const place = (number: number, entry: Entry, existing?: KnownEntry) => {
    const { kind, wantedSlug } = entry
    const slug = existing?.slug ?? freeSlug(wantedSlug, (slug) => taken[kind].has(slug))
    if (!existing) taken[kind].add(slug)
    const category = existing?.category ?? categories.get(entry.category)?.slug ?? ''
    const path = ownPath({ kind, category, slug })
    const isIdTaken = !existing && known.hasIdOf(entry)
    entries.set(number, {
      ...{ slug, category, path, isIdTaken },
      ...{ existing: existing?.file, aliases: [], lost: [] },
    })
  }
  const hasAddress = ({ oldPaths }: Entry) =>
    oldPaths.some((path) => {
      const address = newsroom.addressOf(path)
      const isFree = !targets.has(address) && !categorySlugs.has(address.slice(1, -1))
      return isFree && oldPathFault(path, newsroom, categorySlugs) === undefined
    })
  const unknown = ledger.map<number, Entry>()
  for (const [number, entry] of survey.entries) {
    const existing = known.byAddress(entry)
    if (existing) place(number, entry, existing)
    else unknown.set(number, entry)
  }
  // An earlier import would have recorded an old address, so that a title decides only without one.
  for (const [number, entry] of unknown) {
    const existing = hasAddress(entry) ? undefined : known.byTitle(entry)
    if (existing) place(number, entry, existing)
  }
  // New entries get the slugs that are left, public ones before drafts.
  for (const isPublic of [true, false]) {
    for (const [number, entry] of unknown)
      if (entry.isPublic === isPublic && !entries.has(number)) place(number, entry)
  }
  return entries
}
