import { aliasFile } from './alias-file.ts'
import type { Edition } from './edition.ts'
import type { ArticlePlace, Links } from './links.ts'
import { hasQuery } from './query-alias.ts'
import { unspokenSlugs } from './tags.ts'

/** An old address and where it leads. */
export interface Moved {
  /** A path of this site as an author writes it, which may have a query: WordPress's `/?p=19`. */
  from: string
  /** From the host's root. */
  to: string
  title: string
}

type ListKind = 'category' | 'author' | 'series' | 'tag'

/** An old address of a list: what lies below it, feeds and numbered pages among it, has moved too. */
export interface MovedList extends Moved {
  kind: ListKind
  slug: string
}

/** A list, with its old addresses. */
export interface AddressedList {
  slug: string
  /** As readers know it. */
  title: string
  aliases?: readonly string[] | undefined
}

/** All that is published and can have old addresses. */
export interface Addressed extends Record<ListKind, readonly AddressedList[]> {
  articles: readonly (WithAliases & ArticlePlace)[]
  pages: readonly (WithAliases & { slug: string })[]
}

interface WithAliases {
  aliases?: readonly string[] | undefined
  title: string
}

/** Old addresses of texts, each its own, and those of lists. */
export interface AllMoved {
  pages: Moved[]
  lists: MovedList[]
}

/** What an edition holds of that. */
function addressedIn(edition: Edition): Addressed {
  const named = ({ slug, name, aliases }: Omit<AddressedList, 'title'> & { name: string }) => ({
    ...{ slug, title: name, aliases },
  })
  return {
    articles: [...edition.articles, ...edition.withdrawn],
    pages: edition.pages,
    category: edition.categories.map(named),
    author: edition.authors.map(named),
    series: edition.series,
    tag: edition.tags.map(({ slug, name }) => ({ slug, title: name, aliases: edition.tagAliases.get(slug) })),
  }
}

/**
 * Every old address that a file names, once, and after those the addresses that tags had when their signs were not
 * spoken.
 */
export function movedIn(addressed: Addressed, links: Links): AllMoved {
  const { articles, pages, tag: tags } = addressed
  const unspoken = unspokenSlugs(tags.map(({ slug, title }) => ({ slug, name: title })))
  const listsOf = (kind: ListKind, lists: readonly AddressedList[]) =>
    lists.flatMap((list) =>
      movedTo(links[kind](list.slug), list).map((moved) => ({ ...moved, kind, slug: list.slug })),
    )
  const isNew = firstOfEach()
  return {
    pages: [
      ...articles.flatMap((article) => movedTo(links.article(article), article)),
      ...pages.flatMap((page) => movedTo(links.staticPage(page.slug), page)),
    ].filter(isNew),
    lists: [
      ...listsOf('category', addressed.category),
      ...listsOf('author', addressed.author),
      ...listsOf('series', addressed.series),
      ...listsOf('tag', tags),
      ...listsOf(
        'tag',
        tags.flatMap(({ slug, title }) => {
          const old = unspoken.get(slug)
          return old === undefined ? [] : [{ slug, title, aliases: [`/tag/${old}/`] }]
        }),
      ),
    ].filter(isNew),
  }
}

/** Those of all that an edition has published. */
export function movedOf(edition: Edition, links: Links): AllMoved {
  return movedIn(addressedIn(edition), links)
}

/** Whether something can lie below an old address: `/old.html` is a file. */
export function isFolder(alias: string): boolean {
  return !hasQuery(alias) && aliasFile(alias).endsWith('/index.html')
}

/** Says of each old address whether it has not been met before. */
export function firstOfEach(): (moved: Moved) => boolean {
  const met = new Set<string>()
  return ({ from }) => {
    const file = hasQuery(from) ? from : aliasFile(from)
    return met.size < met.add(file).size
  }
}

function movedTo(to: string, { aliases = [], title }: WithAliases): Moved[] {
  return aliases.map((from) => ({ from, to, title }))
}
