import { aliasFile, aliasFolder } from './alias-file.ts'
import { hasQuery } from './query-alias.ts'

/** Whether something can lie below an old address: `/old.html` is a file. */
export function isFolder(alias: string): boolean {
  return !hasQuery(alias) && aliasFile(alias).endsWith('/index.html')
}

/** Paths from the front page: where a section's article was before the section was renamed, by an old address of the section. */
export function oldPathsIn(
  section: string,
  { slug, category, aliases }: { slug: string; category: { slug: string }; aliases: readonly string[] },
): string[] {
  if (!isSectionAlias(section)) return []
  const folder = aliasFolder(section)
  return namesIn(category.slug, slug, aliases).map((name) => `${folder}${name}/`)
}

/** A section lies at the site's root, and so did its articles' addresses: not below `/category/politics/`, as WordPress has it. */
export function isSectionAlias(alias: string): boolean {
  return isFolder(alias) && /^\/[^/]+\/$/.test(aliasFolder(alias))
}

/** The names that an article has had in its section, the present one first. */
function namesIn(category: string, slug: string, aliases: readonly string[]): string[] {
  const own = `/${category}/`
  const old = aliases
    .filter((alias) => alias.startsWith(own))
    .map((alias) => alias.slice(own.length).replace(/\/$/, ''))
  return [
    slug,
    ...old.filter((name) => name !== '' && !hasQuery(name) && !name.includes('/') && !/\.html?$/.test(name)),
  ]
}
