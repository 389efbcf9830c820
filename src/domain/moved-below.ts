import { aliasFolder } from './alias-file.ts'
import type { Edition } from './edition.ts'
import type { Links } from './links.ts'
import { type AllMoved, firstOfEach, type Moved, type MovedList } from './moved.ts'
import { isFolder, isSectionAlias, oldPathsIn } from './old-paths.ts'
import { countOlderPages } from './pagination.ts'
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
