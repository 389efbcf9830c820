import type { Addressed, AddressedList, ListKind, WithAliases } from './addressed.ts'
import { aliasFile } from './alias-file.ts'
import type { Edition } from './edition.ts'
import type { Links } from './links.ts'
import { addressedBelow } from './moved-to-language.ts'
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

/** An old address of a list: what lies below it, feeds and numbered pages among it, has moved too. */
export interface MovedList extends Moved {
  kind: ListKind
  slug: string
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

/**
 * Those of all that an edition has published.
 * @param main the edition in the outlet's main language, unless this is it
 */
export function movedOf(edition: Edition, links: Links, main: Edition = edition): AllMoved {
  const addressed = addressedIn(edition)
  if (main === edition) return movedIn(addressed, links)
  const path = links.front().slice(links.root().length, -1)
  return movedIn(addressedBelow(addressed, addressedIn(main), path), links)
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
