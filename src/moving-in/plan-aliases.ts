import type { NewsroomState, Target } from './known-entries.ts'
import type { Ledger, LedgerMap } from './ledger.ts'
import { oldPathFault } from './old-path-fault.ts'
import { type PlannedCategories, parentsOf } from './plan-categories.ts'
import type { PlannedEntry } from './plan-entries.ts'
import type { Survey } from './survey.ts'

/** What became of the old addresses. */
export interface PlannedAliases {
  /** Where an old path leads now. */
  newPath: LedgerMap<string, string>
  /** Old addresses of the pages of authors who are new, by the author's slug. */
  authorAliases: ReadonlyMap<string, readonly string[]>
  /** Uploads' own pages that lead nowhere, by the upload's id. */
  lostUploads: LedgerMap<string, string>
}

/** Gives entries, categories and authors the old addresses that can lead to them. */
export function addAliases(
  survey: Survey,
  newsroom: NewsroomState,
  planned: PlannedCategories & {
    targets: LedgerMap<string, Target>
    entries: LedgerMap<number, PlannedEntry>
  },
  ledger: Ledger,
): PlannedAliases {
  const { targets, entries, categories, categorySlugs } = planned
  const claim = (address: string, path: string) => {
    if (!targets.has(address)) targets.set(address, { path })
  }
  for (const [, { path }] of entries) claim(newsroom.addressOf(path), path)
  for (const slug of categorySlugs) claim(newsroom.addressOf(`/${slug}/`), `/${slug}/`)
  claim('/', 'the front page')
  /** Why an old path cannot be an alias of `target`; empty where it leads there anyway, undefined where it can. */
  const whyNot = (path: string, target: string): string | undefined => {
    const address = newsroom.addressOf(path)
    const held = targets.get(address)?.path
    if (held === target) return ''
    if (held !== undefined) return `${path} leads to ${held}`
    const fault = oldPathFault(path, newsroom, categorySlugs)
    if (fault !== undefined) return fault
    targets.set(address, { path: target })
    return undefined
  }
  const give = (number: number, entry: PlannedEntry, paths: readonly string[]) => {
    const { aliases, lost } = entry
    const before = aliases.length + lost.length
    for (const path of paths) {
      const why = whyNot(path, entry.path)
      if (why === undefined) aliases.push(path)
      else if (why) lost.push(why)
    }
    if (aliases.length + lost.length > before) entries.set(number, entry)
  }
  const newPath = ledger.map<string, string>()
  for (const [number, { oldPaths }] of survey.entries) {
    const entry = entries.get(number)
    if (!entry) continue
    give(number, entry, oldPaths)
    for (const path of oldPaths) newPath.set(path, entry.path)
  }
  const lostUploads = ledger.map<string, string>()
  for (const [id, upload] of survey.uploads) {
    const number = survey.homeOf(upload)
    const entry = number === undefined ? undefined : entries.get(number)
    const paths = survey.site.pathsOf(upload.oldAddresses)
    const page = paths.find((path) => !path.includes('?'))
    if (number !== undefined && entry) give(number, entry, paths)
    else if (page) lostUploads.set(id, page)
  }
  for (const category of categories.values()) {
    const ids = [...parentsOf(category, categories), category].map(({ id }) => id)
    for (const path of survey.site.pathsOf(survey.system.categoryAddresses(ids)))
      // A category that the newsroom has already got its old addresses when an earlier import made it.
      if (category.existing) claim(newsroom.addressOf(path), `/${category.slug}/`)
      else if (whyNot(path, `/${category.slug}/`) === undefined) category.aliases.push(path)
  }
  const authorAliases = new Map<string, string[]>()
  for (const { slug, oldName } of survey.bylines.all) {
    // Without a text there is no page to lead to.
    if (oldName === '' || !survey.authorSlugs.has(slug)) continue
    const own = `/author/${slug}/`
    claim(newsroom.addressOf(own), own)
    const paths = survey.site.pathsOf(survey.system.authorAddresses?.(oldName) ?? [])
    if (newsroom.authors.has(slug)) for (const path of paths) claim(newsroom.addressOf(path), own)
    else
      authorAliases.set(
        slug,
        paths.filter((path) => whyNot(path, own) === undefined),
      )
  }
  return { newPath, authorAliases, lostUploads }
}
