import type { Tag } from './article.ts'
import { slugify } from './slug.ts'
import { tagSlug } from './tag-slug.ts'

/** The tags of an outlet, by their slugs. */
export interface TagIndex {
  bySlug: ReadonlyMap<string, Tag>
  /** The tag that a spelling stands for. */
  of(spelling: string): Tag
}

/**
 * Spellings of one slug are one tag, under the one that is used most; of two that are used alike, under the older.
 * @param lists the tags of each article, the oldest first
 * @param pagesFrom articles on a tag from which it has a page
 */
export function indexTags(lists: Iterable<readonly string[]>, pagesFrom = 1): TagIndex {
  const slugs = new Map<string, string>()
  const uses = new Map<string, Map<string, number>>()
  const articles = new Map<string, number>()
  for (const list of lists) {
    const own = new Set<string>()
    for (const spelling of list) {
      const slug = slugs.get(spelling) ?? tagSlug(spelling)
      slugs.set(spelling, slug)
      own.add(slug)
      const spellings = uses.get(slug) ?? new Map<string, number>()
      uses.set(slug, spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1))
    }
    for (const slug of own) articles.set(slug, (articles.get(slug) ?? 0) + 1)
  }
  const bySlug = new Map(
    [...uses].map(([slug, spellings]): [string, Tag] => {
      const isUnlisted = (articles.get(slug) ?? 0) < pagesFrom && { isUnlisted: true as const }
      return [slug, { slug, name: mostUsed(spellings), ...isUnlisted }]
    }),
  )
  return {
    bySlug,
    of: (spelling) => {
      const slug = slugs.get(spelling) ?? tagSlug(spelling)
      return bySlug.get(slug) ?? { slug, name: spelling }
    },
  }
}

/** Old addresses of tags, by slug, as they are written beside a spelling of each. */
export function aliasesBySlug(
  written: Readonly<Record<string, readonly string[]>> = {},
): Map<string, readonly string[]> {
  const bySlug = new Map<string, readonly string[]>()
  for (const [spelling, aliases] of Object.entries(written)) {
    const slug = tagSlug(spelling)
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), ...aliases])
  }
  return bySlug
}

/**
 * The addresses that tags had when their signs were not spoken (`c` for `C++`), by the tag's slug; each is one tag's
 * alone, the first of those that claim it, and no present tag's.
 */
export function unspokenSlugs(tags: readonly Tag[]): Map<string, string> {
  const taken = new Set(tags.map(({ slug }) => slug))
  const unspoken = new Map<string, string>()
  for (const { slug, name } of tags) {
    const old = slugify(name)
    if (old === '' || taken.has(old)) continue
    taken.add(old)
    unspoken.set(slug, old)
  }
  return unspoken
}

function mostUsed(uses: ReadonlyMap<string, number>): string {
  const [[first = ''] = []] = [...uses].sort(([, a], [, b]) => b - a)
  return first
}
