import type { Item, ItemTerm } from './item.ts'
import { plainLine } from '#moving-in/plain-text.ts'
import type { EntryRecord, OldTag } from '#moving-in/record.ts'
import { slugFrom } from '#moving-in/slug-text.ts'

/** Where plug-ins keep the category that the author made the first. */
const PRIMARY = ['_yoast_wpseo_primary_category', 'rank_math_primary_category', '_primary_category']
const FORMATS = new Set(['post_format', 'author', 'nav_menu', 'wp_theme', 'language', 'post_translations'])

/**
 * The one category of an item: the one named as the first, else the one that
 * stands in its address, else the first that says anything. The others, and all
 * tags, become tags.
 */
export function chooseCategory(
  item: Item,
  nicenameOfTerm: ReadonlyMap<string, string>,
  basePath = '',
): Pick<EntryRecord, 'category' | 'tags'> {
  const known = item.terms.filter(({ domain }) => domain !== '')
  // Exports of version 1.0 name each term twice; others name all without saying which is what, the category first.
  const named = known.length > 0 ? known : item.terms.map(plainTerm)
  const categories = named.filter(({ domain }) => domain === 'category')
  const tags = named.filter(({ domain }) => domain !== 'category' && !FORMATS.has(domain))
  const primary = PRIMARY.map((key) => nicenameOfTerm.get(item.meta.get(key)?.trim() ?? '')).find(Boolean)
  const folders = new Set(URL.parse(item.link)?.pathname.split('/').slice(0, -1))
  const chosen =
    categories.find(({ nicename }) => nicename === primary) ??
    categories.findLast(({ nicename }) => folders.has(nicename)) ??
    categories.find((term) => !isNone(term)) ??
    categories[0]
  const others = [...categories.filter((term) => term !== chosen && !isNone(term)), ...tags]
  return {
    category: chosen && { id: keyOf(chosen), name: plainLine(chosen.name) },
    tags: distinctTags(others, basePath),
  }
}

function plainTerm(term: ItemTerm, place: number): ItemTerm {
  return { ...term, domain: place === 0 ? 'category' : 'post_tag' }
}

function keyOf({ nicename, name }: ItemTerm): string {
  return nicename || slugFrom(name) || name
}

function isNone({ nicename, name }: ItemTerm): boolean {
  return /^(uncategorized|tak-berkategori)$/.test(nicename || slugFrom(name))
}

function distinctTags(terms: readonly ItemTerm[], basePath: string): OldTag[] {
  const bySlug = new Map<string, OldTag>()
  for (const { domain, name, nicename } of terms) {
    const line = plainLine(name)
    const slug = slugFrom(line)
    const folder = domain === 'category' ? 'category' : 'tag'
    const oldAddresses = nicename ? [`${basePath}/${folder}/${nicename}/`] : []
    if (slug && !bySlug.has(slug)) bySlug.set(slug, { name: line, oldAddresses })
  }
  return [...bySlug.values()]
}
