import type { Ledger, LedgerMap } from './ledger.ts'
import type { Entry } from './survey.ts'

/** An article or page that the newsroom has already. */
export interface KnownEntry {
  kind: Entry['kind']
  file: string
  slug: string
  /** Its category's slug; for a page empty. */
  category: string
  title: string
  /** Milliseconds since 1970; undefined for a page, and for what is no date. */
  at: number | undefined
  aliases: string[]
  /** By which feed readers know it, where its file says so. */
  feedId: string | undefined
}

/** What the newsroom has, and the rules for addresses that it keeps. */
export interface NewsroomState {
  /** By their files. */
  entries: LedgerMap<string, KnownEntry>
  categories: ReadonlySet<string>
  authors: ReadonlySet<string>
  /** Names at the site's root that no page and no category can have. */
  fixed: ReadonlySet<string>
  /** An alias or address in the form in which two of them are the same. */
  addressOf: (path: string) => string
  isAlias: (path: string) => boolean
  /** Whether an address is one of the site's own lists, feeds and months. */
  isMade: (address: string, categories: ReadonlySet<string>) => boolean
}

/** What an address of the new site leads to. */
export interface Target {
  path: string
  /** The newsroom's file of it, where there is one. */
  file?: string
}

/** By the addresses that the newsroom's articles and pages have and had. */
export function targetsOf(newsroom: NewsroomState, ledger: Ledger): LedgerMap<string, Target> {
  const targets = ledger.map<string, Target>()
  for (const [file, entry] of newsroom.entries) {
    const path = ownPath(entry)
    for (const address of [path, ...entry.aliases]) targets.set(newsroom.addressOf(address), { path, file })
  }
  return targets
}

/** Its path on the site. */
export function ownPath({ kind, category, slug }: Pick<KnownEntry, 'kind' | 'category' | 'slug'>): string {
  return kind === 'page' ? `/${slug}/` : `/${category}/${slug}/`
}
