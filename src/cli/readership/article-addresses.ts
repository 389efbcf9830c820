import { addressOf, aliasesOf } from '#desk/aliases.ts'
import { articlePlace } from '#desk/article-place.ts'
import type { NewsroomFiles } from '#desk/read-newsroom.ts'
import { type LinkedSite, linksFor } from '#domain/links.ts'
import { oldPathsIn } from '#domain/old-paths.ts'
import { isAlias } from '#domain/alias.ts'

/** Addresses that are remembered as they were asked for; anybody can make up more. */
const REMEMBERED = 50_000

/** An article, and its place among all of them. */
export interface AddressedArticle {
  slug: string
  number: number
}

/** What a log's target leads to. */
export class ArticleAddresses {
  private readonly articles = new Map<string, AddressedArticle>()
  private readonly remembered = new Map<string, AddressedArticle | undefined>()
  private readonly base: string

  constructor(
    { articles, categories }: Pick<NewsroomFiles['sources'], 'articles' | 'categories'>,
    site: LinkedSite,
  ) {
    const links = linksFor(site)
    this.base = links.front()
    const sections = new Map(categories.map((source) => [source.slug, aliasesOf(source)]))
    for (const [number, source] of articles.entries()) {
      const { slug, data } = source
      const category = { slug: String(data.category) }
      const aliases = aliasesOf(source).map(({ name }) => name)
      const inSections = (sections.get(category.slug) ?? [])
        .filter(({ name }) => isAlias(name))
        .flatMap(({ name }) => oldPathsIn(name, { slug, category, aliases }))
      const old = [...aliases, ...inSections].map((path) => links.written(path))
      // In a further language it is found without the language's folder too.
      const atRoot = links.written(`/${category.slug}/${slug}/`)
      for (const path of [links.article(articlePlace(source)), atRoot, ...old])
        this.articles.set(addressOf(path), { slug, number })
    }
  }

  /** The article at an address or one of its old ones, with the site's base or without it. */
  articleAt(target: string): AddressedArticle | undefined {
    const known = this.remembered.get(target)
    if (known !== undefined || this.remembered.has(target)) return known
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    const path = addressOf(target.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*/s, ''))
    const article = this.articles.get(path) ?? this.articles.get(addressOf(this.base + path.slice(1)))
    this.remembered.set(target, article)
    return article
  }
}
