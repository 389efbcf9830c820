import { aliasFolder } from './alias-file.ts'
import type { Edition } from './edition.ts'
import type { Links } from './links.ts'
import { type AllMoved, firstOfEach, isFolder, type Moved, type MovedList } from './moved.ts'
import { countOlderPages } from './pagination.ts'
import { hasQuery } from './query-alias.ts'
import type { Site } from './site.ts'

/**
 * Every old address that needs a page of its own where no server has rules: those that files name, and what lay below
 * those of lists, numbered pages and a section's articles. Feeds are not among them.
 */
export function everyMoved(
  { pages, lists }: AllMoved,
  edition: Edition,
  site: Pick<Site, 'pageSize'>,
  links: Links,
): Moved[] {
  const below = lists
    .filter(({ from }) => isFolder(from))
    .flatMap((list) => [...numberedPages(list, edition, site, links), ...articlesOf(list, edition, links)])
  return [...pages, ...lists, ...below].filter(firstOfEach())
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
function isSectionAlias(alias: string): boolean {
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

function numberedPages(
  { from, to, title, kind, slug }: MovedList,
  edition: Edition,
  { pageSize }: Pick<Site, 'pageSize'>,
  links: Links,
): Moved[] {
  const listed = {
    category: edition.byCategory,
    author: edition.byAuthor,
    tag: edition.byTag,
    series: undefined,
  }[kind]
  const count = countOlderPages(listed?.get(slug)?.length ?? 0, pageSize.list)
  const folder = aliasFolder(from)
  return Array.from({ length: count }, (_, i) => ({
    from: links.olderPage(folder, i + 1),
    to: links.olderPage(to, i + 1),
    title,
  }))
}

function articlesOf({ kind, slug, from }: MovedList, edition: Edition, links: Links): Moved[] {
  if (kind !== 'category' || !isSectionAlias(from)) return []
  return [...edition.articles, ...edition.withdrawn]
    .filter(({ category }) => category.slug === slug)
    .flatMap((article) =>
      oldPathsIn(from, article).map((path) => ({
        from: path,
        to: links.article(article),
        title: article.title,
      })),
    )
}
