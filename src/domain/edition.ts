import type { Article, ArticleEntry, Author, Category, StaticPage, Tag, Unpublished } from './article.ts'
import { discussionOf } from './discussion.ts'
import type { Readership } from './readership.ts'
import type { Site } from './site.ts'
import { slugify } from './slug.ts'
import { rankTrending, type RankedList } from './trending.ts'
import { monthOf } from './zoned-time.ts'

/** All that a newsroom holds, before anything is published of it. */
export interface Newsroom {
  articles: ArticleEntry[]
  authors: Author[]
  categories: Category[]
  pages: StaticPage[]
  readership?: Readership | undefined
}

/** What the outlet has published at one moment. Lists of articles are newest first. */
export interface Edition {
  articles: Article[]
  categories: Category[]
  /** Those whom a published article names, by byline or among its contributors. */
  authors: Author[]
  tags: Tag[]
  /** `YYYY-MM`, newest first */
  months: string[]
  pages: StaticPage[]
  /** The newest, for the ticker. */
  headlines: Article[]
  /** The most read of all, and by category. */
  trending: RankedList
  trendingIn: ReadonlyMap<string, RankedList>
  byCategory: ReadonlyMap<string, Article[]>
  byTag: ReadonlyMap<string, Article[]>
  byAuthor: ReadonlyMap<string, Article[]>
  byMonth: ReadonlyMap<string, Article[]>
}

export interface EditionOptions {
  site: Site
  /** The moment: what is to be published later is not in the edition. */
  at: Date
  /** Take in drafts and later articles too, each marked as such. */
  unpublished?: boolean
}

/**
 * The one gate between what authors have written and what readers see.
 * @throws Error when an article names an author or category that is not there;
 * the desk's rules have said so before, at the line.
 */
export function buildEdition(newsroom: Newsroom, { site, at, unpublished = false }: EditionOptions): Edition {
  const categories = [...newsroom.categories].sort(byOrderThenName)
  const categoryOf = new Map(categories.map((category) => [category.slug, category]))
  const authorOf = new Map(newsroom.authors.map((author) => [author.slug, author]))
  const tagOf = new Map<string, Tag>()

  const articles = newsroom.articles
    .map((entry) => ({ entry, hidden: whyUnpublished(entry.frontMatter, at) }))
    .filter(({ hidden }) => unpublished || hidden === undefined)
    .sort((a, b) => oldestFirst(a.entry, b.entry))
    .map(({ entry, hidden }) => resolve(entry, hidden))
    .sort(newestFirst)

  const byCategory = groupBy(articles, (article) => [article.category.slug])
  const byMonth = groupBy(articles, (article) => [monthOf(article.publishedAt, site.timeZone)])
  const byAuthor = groupBy(articles, (article) => article.authors.map(({ slug }) => slug))
  const credited = new Set(
    articles.flatMap(({ contributors }) => contributors.map(({ author }) => author?.slug)),
  )
  const trendingOf = (among: Article[]) =>
    rankTrending(among, newsroom.readership, { ...site.trending, limit: site.pageSize.trending })
  return {
    articles,
    categories,
    authors: newsroom.authors
      .filter(({ slug }) => byAuthor.has(slug) || credited.has(slug))
      .sort((a, b) => compare(a.name, b.name) || compare(a.slug, b.slug)),
    tags: [...tagOf.values()].sort((a, b) => compare(a.slug, b.slug)),
    months: [...byMonth.keys()],
    pages: newsroom.pages,
    headlines: articles.slice(0, site.pageSize.ticker),
    trending: trendingOf(articles),
    trendingIn: new Map(categories.map(({ slug }) => [slug, trendingOf(byCategory.get(slug) ?? [])])),
    byCategory,
    byTag: groupBy(articles, (article) => article.tags.map(({ slug }) => slug)),
    byAuthor,
    byMonth,
  }

  function resolve(
    { slug, file, frontMatter, words, comments, bodyImages }: ArticleEntry,
    hidden: Unpublished | undefined,
  ): Article {
    const {
      category,
      authors,
      tags,
      contributors,
      lang,
      draft: _draft,
      comments: wanted,
      ...rest
    } = frontMatter
    const known = (author: string) => found(authorOf.get(author), `${file}: author "${author}" is not known`)
    return {
      ...rest,
      slug,
      file,
      category: found(categoryOf.get(category), `${file}: category "${category}" is not known`),
      authors: authors.map(known),
      tags: uniqueBy(tags.map(tag), ({ slug }) => slug),
      contributors: contributors.map((contributor) =>
        'author' in contributor
          ? {
              name: known(contributor.author).name,
              role: contributor.role,
              author: known(contributor.author),
            }
          : contributor,
      ),
      lang: lang ?? site.articleLanguage,
      comments: wanted ? comments : [],
      discussion: discussionOf({ comments: wanted, publishedAt: rest.publishedAt }, site.comments, at),
      words,
      bodyImages,
      unpublished: hidden,
    }
  }

  /** Two spellings of one slug are one tag, under the spelling of the oldest article: a new one renames no page. */
  function tag(name: string): Tag {
    const slug = slugify(name)
    const known = tagOf.get(slug) ?? { slug, name }
    tagOf.set(slug, known)
    return known
  }
}

/** Undefined for an article that readers may see at that moment. */
export function whyUnpublished(
  { draft, publishedAt }: Pick<ArticleEntry['frontMatter'], 'draft' | 'publishedAt'>,
  at: Date,
): Unpublished | undefined {
  if (draft) return 'draft'
  return publishedAt > at ? 'scheduled' : undefined
}

/** Ties by slug, so that the order never depends on the file system's. */
function newestFirst(a: Article, b: Article): number {
  return b.publishedAt.getTime() - a.publishedAt.getTime() || compare(a.slug, b.slug)
}

function oldestFirst(a: ArticleEntry, b: ArticleEntry): number {
  const apart = a.frontMatter.publishedAt.getTime() - b.frontMatter.publishedAt.getTime()
  return apart || compare(a.slug, b.slug)
}

function byOrderThenName(a: Category, b: Category): number {
  return (a.order ?? Infinity) - (b.order ?? Infinity) || compare(a.name, b.name) || compare(a.slug, b.slug)
}

/** By code units: the same in every locale of the building machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message)
  return value
}
