import type { Edition } from './edition.ts'
import type { Links } from './links.ts'

/** An old address and where it leads. */
export interface Moved {
  /** A path of this site as an author writes it, or WordPress's `/?p=19`. */
  from: string
  /** From the host's root. */
  to: string
  title: string
}

/** What of a file tells of its old addresses. */
export interface WithAliases {
  aliases?: readonly string[] | undefined
  title: string
}

/** The old addresses of all that is published. */
export function movedIn(
  {
    articles,
    withdrawn,
    pages,
    categories,
  }: Pick<Edition, 'articles' | 'withdrawn' | 'pages' | 'categories'>,
  links: Links,
): Moved[] {
  return [
    ...[...articles, ...withdrawn].flatMap((article) => movedTo(links.article(article), article)),
    ...pages.flatMap((page) => movedTo(links.staticPage(page.slug), page)),
    ...categories.flatMap(({ slug, name, aliases }) =>
      movedTo(links.category(slug), { title: name, aliases }),
    ),
  ]
}

/** The old addresses that lead to one path. */
export function movedTo(to: string, { aliases = [], title }: WithAliases): Moved[] {
  return aliases.map((from) => ({ from, to, title }))
}
