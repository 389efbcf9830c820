import type { NewsroomState } from './known-entries.ts'
import type { Ledger } from './ledger.ts'
import { freeSlug, slugFrom } from './slug-text.ts'
import type { OldCategory } from './record.ts'
import type { Survey } from './survey.ts'

export interface PlannedCategory extends OldCategory {
  slug: string
  existing: boolean
  aliases: string[]
}

export interface PlannedCategories {
  /** By the id of the old one. */
  categories: ReadonlyMap<string, PlannedCategory>
  /** Theirs and those of the newsroom's. */
  categorySlugs: ReadonlySet<string>
}

/** Gives every category a name at the site's root that nothing else has. */
export function planCategories(survey: Survey, newsroom: NewsroomState, ledger: Ledger): PlannedCategories {
  const categories = new Map<string, PlannedCategory>()
  const taken = ledger.set()
  for (const name of newsroom.fixed) taken.add(name)
  for (const [, { kind, slug }] of newsroom.entries) if (kind === 'page') taken.add(slug)
  for (const [id, category] of survey.categories) {
    const wanted = slugFrom(id) || slugFrom(category.name) || 'category'
    const slug = freeSlug(wanted, (slug) => taken.has(slug))
    taken.add(slug)
    categories.set(id, { ...category, slug, existing: newsroom.categories.has(slug), aliases: [] })
  }
  const slugs = [...categories.values()].map(({ slug }) => slug)
  return { categories, categorySlugs: new Set([...newsroom.categories, ...slugs]) }
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
