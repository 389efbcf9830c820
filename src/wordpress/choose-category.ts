import type { Item, ItemTerm } from './item.ts'
import type { OldCategory } from './survey.ts'
import { plainLine } from './plain-text.ts'
import { slugFrom } from './slug-text.ts'

/** What WordPress itself files a post under that has no category. */
const NONE: OldCategory = { nicename: 'uncategorized', name: 'Uncategorized', parent: '', description: '' }
/** Where plug-ins keep the category that the author made the first. */
const PRIMARY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category', '_primary_category']
const FORMATS = new Set(['post_format', 'author', 'nav_menu', 'wp_theme', 'language', 'post_translations'])

/**
 * The one category of an item: the one named as the first, else the one that
 * stands in the old address `path`, else the first that says anything. The
 * others, and all tags, become tags.
 */
export function chooseCategory(
  item: Item,
  path: string | undefined,
  nicenameOfTerm: ReadonlyMap<string, string>,
): { category: OldCategory; tags: string[] } {
  const known = item.terms.filter(({ domain }) => domain !== '')
  // Exports of version 1.0 name each term twice; others name all without saying which is what, the category first.
  const named = known.length > 0 ? known : item.terms.map(plainTerm)
  const categories = named.filter(({ domain }) => domain === 'category')
  const tags = named.filter(({ domain }) => domain !== 'category' && !FORMATS.has(domain))
  const primary = PRIMARY.map((key) => nicenameOfTerm.get(item.meta.get(key)?.trim() ?? '')).find(Boolean)
  const folders = new Set(path?.split('/').slice(0, -1))
  const chosen =
    categories.find(({ nicename }) => nicename === primary) ??
    categories.findLast(({ nicename }) => folders.has(nicename)) ??
    categories.find((term) => !isNone(term)) ??
    categories[0]
  const others = [...categories.filter((term) => term !== chosen && !isNone(term)), ...tags]
  const name = plainLine(chosen?.name ?? '')
  return {
    category: chosen ? { nicename: keyOf(chosen), name, parent: '', description: '' } : NONE,
    tags: distinctTags(others),
  }
}

function plainTerm(term: ItemTerm, place: number): ItemTerm {
  return { ...term, domain: place === 0 ? 'category' : 'post_tag' }
}

function keyOf({ nicename, name }: ItemTerm): string {
  return nicename || slugFrom(name) || name || NONE.nicename
}

function isNone({ nicename, name }: ItemTerm): boolean {
  return /^(uncategorized|tak-berkategori)$/.test(nicename || slugFrom(name))
}

function distinctTags(terms: readonly ItemTerm[]): string[] {
  const bySlug = new Map<string, string>()
  for (const { name } of terms) {
    const line = plainLine(name)
    const slug = slugFrom(line)
    if (slug && !bySlug.has(slug)) bySlug.set(slug, line)
  }
  return [...bySlug.values()]
}
