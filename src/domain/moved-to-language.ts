import type { Addressed, AddressedList } from './addressed.ts'
import { isFolder, oldPathsIn } from './old-paths.ts'

/**
 * What is published in a further language, with its old addresses. Among them are those that it would have in the main
 * language, from which it moved when its own got a chrome. An old address of a list counts in each language: that of a
 * list which the main language has too leads there, and below the folder of this language to this one's.
 * @param path the folder of the language, without slashes
 */
export function addressedBelow(own: Addressed, main: Addressed, path: string): Addressed {
  const below = (aliases: readonly string[]) => aliases.filter(isFolder).map((alias) => `/${path}${alias}`)
  const sections = new Map(own.category.map(({ slug, aliases = [] }) => [slug, aliases]))
  const lists = (kind: 'category' | 'author' | 'series' | 'tag') => {
    const inMain = new Set(main[kind].map(({ slug }) => slug))
    return own[kind].map((list): AddressedList => {
      const { slug, aliases = [] } = list
      const atRoot = inMain.has(slug) ? [] : [...aliases, `/${kind}/${slug}/`]
      return { ...list, aliases: [...atRoot, ...below(aliases)] }
    })
  }
  return {
    articles: own.articles.map((article) => {
      const { aliases = [], category, slug } = article
      const inSections = (sections.get(category.slug) ?? []).flatMap((section) =>
        oldPathsIn(section, { slug, category, aliases }),
      )
      const atRoot = [...inSections, `/${category.slug}/${slug}/`]
      return { ...article, aliases: [...aliases, ...atRoot, ...below(inSections)] }
    }),
    pages: own.pages.map((page) => ({ ...page, aliases: [...(page.aliases ?? []), `/${page.slug}/`] })),
    // The main language has all sections.
    category: lists('category'),
    author: lists('author'),
    series: lists('series'),
    tag: lists('tag'),
  }
}
