import { type NewsroomState, type Target, targetsOf } from './known-entries.ts'
import type { Ledger, LedgerMap } from './ledger.ts'
import { addAliases, type PlannedAliases } from './plan-aliases.ts'
import { type PlannedCategory, planCategories } from './plan-categories.ts'
import { type PlannedEntry, planEntries } from './plan-entries.ts'
import { planTags } from './plan-tags.ts'
import type { Survey } from './survey.ts'

/** Where everything goes. */
export interface Plan extends PlannedAliases {
  entries: LedgerMap<number, PlannedEntry>
  /** By the id of the old one. */
  categories: ReadonlyMap<string, PlannedCategory>
  /** What an address of the new site, as `addressOf` writes it, leads to. */
  targets: LedgerMap<string, Target>
  /** Old addresses of tags whose slug is another one now, by the tag's name. */
  tagAliases: LedgerMap<string, string[]>
}

/** Gives every post and page an address that nothing else has, and the old ones that lead to it. */
export function planImport(survey: Survey, newsroom: NewsroomState, ledger: Ledger): Plan {
  const planned = planCategories(survey, newsroom, ledger)
  const targets = targetsOf(newsroom, ledger)
  const entries = planEntries(survey, newsroom, { ...planned, targets }, ledger)
  const moved = addAliases(survey, newsroom, { ...planned, targets, entries }, ledger)
  const tagAliases = planTags(survey, newsroom, targets, ledger)
  return { entries, categories: planned.categories, targets, tagAliases, ...moved }
}
