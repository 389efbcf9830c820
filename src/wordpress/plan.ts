import { freeSlug, slugFrom } from './slug-text.ts'
import type { Entry, OldCategory, Survey } from './survey.ts'

/** An article or page that the newsroom has already. */
export interface KnownEntry {
  kind: Entry['kind']
  file: string
  slug: string
  /** Its category's slug; for a page empty. */
  category: string
  title: string
  /** Milliseconds since 1970; not a number for a page. */
  at: number
  aliases: string[]
}

/** What the newsroom has, and the rules for addresses that it keeps. */
export interface NewsroomState {
  entries: readonly KnownEntry[]
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
}

interface PlannedCategory extends OldCategory {
  slug: string
  existing: boolean
  aliases: string[]
}

/** Where everything goes. */
export interface Plan {
  entries: ReadonlyMap<number, PlannedEntry>
  /** By the nicename of the old one. */
  categories: ReadonlyMap<string, PlannedCategory>
  /** Where an old path leads now. */
  newPath: ReadonlyMap<string, string>
  /** Attachments' own pages that lead nowhere, by the attachment's id. */
  lostAttachments: ReadonlyMap<string, string>
}

/** Gives every post and page an address that nothing else has, and the old ones that lead to it. */
export function planImport(survey: Survey, newsroom: NewsroomState): Plan {
  const categories = planCategories(survey, newsroom)
  const categorySlugs = new Set([...newsroom.categories, ...[...categories.values()].map(({ slug }) => slug)])
  const taken = {
    article: new Set(['page']),
    page: new Set([...newsroom.fixed, ...categorySlugs]),
  }
  for (const { kind, slug } of newsroom.entries) taken[kind].add(slug)
  const known = knownEntries(newsroom)
  const entries = new Map<number, PlannedEntry>()
  const place = (number: number, entry: Entry) => {
    const existing = known(entry)
    const slug = existing?.slug ?? freeSlug(entry.wantedSlug, (slug) => taken[entry.kind].has(slug))
    taken[entry.kind].add(slug)
    const category = existing?.category ?? categories.get(entry.category)?.slug ?? ''
    const path = entry.kind === 'page' ? `/${slug}/` : `/${category}/${slug}/`
    entries.set(number, { slug, category, path, existing: existing?.file, aliases: [], lost: [] })
  }
  const numbered = [...survey.entries]
  // Those that the newsroom has keep their names, and a draft takes none from what readers know.
  for (const [number, entry] of numbered) if (known(entry)) place(number, entry)
  for (const isPublic of [true, false]) {
    for (const [number, entry] of numbered)
      if (!entries.has(number) && entry.isPublic === isPublic) place(number, entry)
  }
  const lostAttachments = addAliases(survey, newsroom, { entries, categories, categorySlugs })
  return { entries, categories, newPath: newPaths(survey, entries), lostAttachments }
}

function planCategories(survey: Survey, newsroom: NewsroomState): Map<string, PlannedCategory> {
  const planned = new Map<string, PlannedCategory>()
  const taken = new Set([
    ...newsroom.fixed,
    ...newsroom.entries.filter(({ kind }) => kind === 'page').map(({ slug }) => slug),
  ])
  for (const [nicename, category] of survey.categories) {
    const wanted = slugFrom(nicename) || slugFrom(category.name) || 'category'
    const slug = freeSlug(wanted, (slug) => taken.has(slug))
    taken.add(slug)
    planned.set(nicename, { ...category, slug, existing: newsroom.categories.has(slug), aliases: [] })
  }
  return planned
}

/** Finds the article or page that an earlier import has made of an entry, whatever was done to it since. */
function knownEntries(newsroom: NewsroomState): (entry: Entry) => KnownEntry | undefined {
  const byAddress = new Map<string, KnownEntry>()
  const byTitle = new Map<string, KnownEntry>()
  const titleKey = (kind: string, title: string, at: number) => `${kind} ${at} ${title}`
  for (const entry of newsroom.entries) {
    const own = entry.kind === 'page' ? `/${entry.slug}/` : `/${entry.category}/${entry.slug}/`
    for (const path of [own, ...entry.aliases]) byAddress.set(newsroom.addressOf(path), entry)
    byTitle.set(titleKey(entry.kind, entry.title, entry.at), entry)
  }
  const found = new Map<Entry, KnownEntry | undefined>()
  const used = new Set<KnownEntry>()
  const search = (entry: Entry): KnownEntry | undefined => {
    const at = entry.kind === 'page' ? Number.NaN : Date.parse(entry.at)
    for (const path of entry.oldPaths) {
      const known = byAddress.get(newsroom.addressOf(path))
      if (known?.kind !== entry.kind || used.has(known)) continue
      // Another WordPress has a post of the same number.
      const isSame = known.slug === entry.wantedSlug || known.title === entry.title || known.at === at
      if (!path.startsWith('/?') || isSame) return known
    }
    const known = entry.title === '' ? undefined : byTitle.get(titleKey(entry.kind, entry.title, at))
    return known && !used.has(known) ? known : undefined
  }
  return (entry) => {
    if (!found.has(entry)) {
      const known = search(entry)
      if (known) used.add(known)
      found.set(entry, known)
    }
    return found.get(entry)
  }
}

function addAliases(
  survey: Survey,
  newsroom: NewsroomState,
  planned: {
    entries: ReadonlyMap<number, PlannedEntry>
    categories: ReadonlyMap<string, PlannedCategory>
    categorySlugs: ReadonlySet<string>
  },
): Map<string, string> {
  const { entries, categories, categorySlugs } = planned
  const owner = new Map<string, string>([['/', 'the front page']])
  for (const slug of categorySlugs) owner.set(newsroom.addressOf(`/${slug}/`), `/${slug}/`)
  for (const { path } of entries.values()) owner.set(newsroom.addressOf(path), path)
  for (const { kind, category, slug, aliases } of newsroom.entries) {
    const own = kind === 'page' ? `/${slug}/` : `/${category}/${slug}/`
    for (const path of [own, ...aliases]) owner.set(newsroom.addressOf(path), own)
  }
  /** Why an old path cannot be an alias of `target`; empty where it leads there anyway, undefined where it can. */
  const whyNot = (path: string, target: string): string | undefined => {
    if (!newsroom.isAlias(path)) return `${path} cannot stand among the aliases`
    const address = newsroom.addressOf(path)
    const held = owner.get(address)
    if (held === target) return ''
    if (held !== undefined) return `${path} leads to ${held}`
    if (newsroom.isMade(address, categorySlugs)) return `${path} is a page that the site makes itself`
    if (/\.html?\/./.test(path)) return `${path} would make a folder of a page`
    owner.set(address, target)
    return undefined
  }
  const give = (entry: PlannedEntry, path: string) => {
    const why = whyNot(path, entry.path)
    if (why === undefined) entry.aliases.push(path)
    else if (why) entry.lost.push(why)
  }
  for (const [number, { oldPaths }] of survey.entries) {
    const entry = entries.get(number)
    if (entry) for (const path of oldPaths) give(entry, path)
  }
  const lost = new Map<string, string>()
  for (const [id, attachment] of survey.attachments) {
    const number = survey.homeOf(attachment)
    const entry = number === undefined ? undefined : entries.get(number)
    const page = survey.site.pathOf(attachment.link)
    const paths = [page, `/?p=${id}`].filter((path) => path !== undefined && path !== '/') as string[]
    for (const path of new Set(paths)) {
      if (entry) give(entry, path)
      else if (page) lost.set(id, page)
    }
  }
  for (const category of categories.values()) {
    if (category.existing) continue
    const path = `/category/${parentsOf(category, categories)
      .map((parent) => `${parent.nicename}/`)
      .join('')}${category.nicename}/`
    if (whyNot(path, `/${category.slug}/`) === undefined) category.aliases.push(path)
  }
  return lost
}

/** The categories above one, the uppermost first. */
export function parentsOf<T extends OldCategory>(category: T, all: ReadonlyMap<string, T>): T[] {
  const parents: T[] = []
  let parent = all.get(category.parent)
  while (parent && parent !== category && !parents.includes(parent)) {
    parents.unshift(parent)
    parent = all.get(parent.parent)
  }
  return parents
}

function newPaths(survey: Survey, entries: ReadonlyMap<number, PlannedEntry>): Map<string, string> {
  const paths = new Map<string, string>()
  for (const [number, { oldPaths }] of survey.entries) {
    const path = entries.get(number)?.path
    if (path) for (const old of oldPaths) paths.set(old, path)
  }
  return paths
}
