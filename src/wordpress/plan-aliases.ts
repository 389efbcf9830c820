import { type NewsroomState, ownPath } from './known-entries.ts'
import type { Ledger, LedgerMap } from './ledger.ts'
import type { PlannedEntry } from './plan.ts'
import { type PlannedCategories, parentsOf } from './plan-categories.ts'
import type { Survey } from './survey.ts'

/**
 * Gives entries and categories the old addresses that can lead to them.
 * @returns the attachments' own pages that lead nowhere, by the attachment's id
 */
export function addAliases(
  survey: Survey,
  newsroom: NewsroomState,
  planned: PlannedCategories & { entries: LedgerMap<number, PlannedEntry> },
  ledger: Ledger,
): LedgerMap<string, string> {
  const { entries, categories, categorySlugs } = planned
  const owner = ledger.map<string, string>()
  owner.set('/', 'the front page')
  for (const slug of categorySlugs) owner.set(newsroom.addressOf(`/${slug}/`), `/${slug}/`)
  for (const [, { path }] of entries) owner.set(newsroom.addressOf(path), path)
  for (const [, known] of newsroom.entries) {
    const own = ownPath(known)
    for (const path of [own, ...known.aliases]) owner.set(newsroom.addressOf(path), own)
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
  const give = (number: number, paths: readonly string[]) => {
    const entry = entries.get(number)
    if (!entry) return
    for (const path of paths) {
      const why = whyNot(path, entry.path)
      if (why === undefined) entry.aliases.push(path)
      else if (why) entry.lost.push(why)
    }
    entries.set(number, entry)
  }
  for (const [number, { oldPaths }] of survey.entries) give(number, oldPaths)
  const lost = ledger.map<string, string>()
  for (const [id, attachment] of survey.attachments) {
    const number = survey.homeOf(attachment)
    const page = survey.site.pathOf(attachment.link)
    const paths = [page, `/?p=${id}`].filter((path) => path !== undefined && path !== '/') as string[]
    if (number !== undefined) give(number, [...new Set(paths)])
    else if (page) lost.set(id, page)
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
