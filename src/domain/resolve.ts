import type { Article, ArticleEntry, Category, WithdrawnArticle } from './article.ts'
import { discussionOf } from './discussion.ts'
import type { EditionOptions, Newsroom } from './newsroom.ts'
import { publishedEntries } from './live/published-entries.ts'
import { correctionsAt, isWithdrawn, type Unpublished, whyUnpublished } from './publication.ts'
import type { TagIndex } from './tags.ts'

/**
 * Looks up what articles name: authors, category, series, tags.
 * Its methods throw an Error when one of them is not there. The desk's rules have
 * reported that before, with the line.
 */
export function resolverFor(
  newsroom: Newsroom,
  tagIndex: TagIndex,
  { site, at, unpublished = false }: EditionOptions,
) {
  const categoryOf = new Map(newsroom.categories.map((category) => [category.slug, category]))
  const authorOf = new Map(newsroom.authors.map((author) => [author.slug, author]))
  const seriesOf = new Map(newsroom.series.map((series) => [series.slug, series]))
  const entryOf = new Map(newsroom.articles.map((entry) => [entry.slug, entry]))
  return { article, translated, notice }

  function article(
    { slug, file, frontMatter, words, comments, bodyImages, entries, digest }: ArticleEntry,
    hidden: Unpublished | undefined,
  ): Article {
    const {
      category,
      authors,
      tags,
      contributors,
      lang,
      series,
      corrections,
      draft: _draft,
      withdrawn: _withdrawn,
      comments: wanted,
      live,
      ...rest
    } = frontMatter
    const known = (author: string) => found(authorOf.get(author), `${file}: author "${author}" is not known`)
    return {
      ...rest,
      slug,
      file,
      category: categoryAt(category, file),
      authors: authors.map(known),
      tags: uniqueBy(tags.map(tagIndex.of), ({ slug }) => slug),
      contributors: contributors.map((contributor) =>
        'author' in contributor
          ? {
              name: known(contributor.author).name,
              role: contributor.role,
              author: known(contributor.author),
            }
          : contributor,
      ),
      series: series && {
        ...found(seriesOf.get(series.slug), `${file}: series "${series.slug}" is not known`),
        part: series.part,
      },
      corrections: correctionsAt(corrections, at, unpublished),
      lang: lang ?? site.articleLanguage,
      translations: [],
      comments: wanted ? comments : [],
      live: live && {
        ...live,
        entries: publishedEntries(entries, { at, unpublished, authorOf: known, articleAt }),
      },
      discussion: discussionOf({ comments: wanted, publishedAt: rest.publishedAt }, site.comments, at),
      words,
      bodyImages,
      digest,
      unpublished: hidden,
    }
  }

  /** An article that readers can see, by its slug. */
  function articleAt(slug: string) {
    const entry = entryOf.get(slug)
    if (!entry || isWithdrawn(entry.frontMatter, at)) return undefined
    if (!unpublished && whyUnpublished(entry.frontMatter, at)) return undefined
    const { translationOf: _, ...place } = translated(entry)
    return place
  }

  /** An article as others name it that say the same in another language. */
  function translated({ slug, file, frontMatter }: ArticleEntry) {
    const { title, category, lang = site.articleLanguage, translationOf } = frontMatter
    return { slug, title, category: categoryAt(category, file), lang, translationOf }
  }

  function notice({ slug, file, frontMatter }: ArticleEntry): WithdrawnArticle | undefined {
    const { withdrawn, title, category, publishedAt, lang, aliases } = frontMatter
    if (!withdrawn || !isWithdrawn(frontMatter, at)) return undefined
    return {
      slug,
      title,
      category: categoryAt(category, file),
      publishedAt,
      lang: lang ?? site.articleLanguage,
      aliases,
      withdrawn,
    }
  }

  function categoryAt(slug: string, file: string): Category {
    return found(categoryOf.get(slug), `${file}: category "${slug}" is not known`)
  }
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message)
  return value
}
