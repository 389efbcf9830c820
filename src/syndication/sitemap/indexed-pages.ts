import type { Article } from '#domain/article.ts'
import { modifiedAt } from '#domain/publication.ts'
import type { Edition } from '#domain/edition.ts'
import type { Links } from '#domain/links.ts'
import { paginate } from '#domain/pagination.ts'
import type { Site } from '#domain/site.ts'
import { lastModified, type Summary } from '#domain/summary.ts'

/** A page that search engines are asked to keep. */
export interface IndexedPage {
  /** From the host's root. */
  path: string
  /** When what it shows last changed; undefined where nothing tells. */
  modifiedAt?: Date | undefined
  /** Whose page it is. */
  article?: Article
}

/**
 * Every canonical page of an edition, with its true date. What is withdrawn,
 * kept for one reader, fetched by other pages or only leads elsewhere is not
 * among them.
 */
export function indexedPages(edition: Edition, site: Site, links: Links): IndexedPage[] {
  const newest = lastModified(edition.summaries)
  const listOf = (href: (page?: number) => string, articles: readonly Summary[] = []) =>
    paginate(articles, site.pageSize.list).map(({ number, items }) => ({
      path: href(number),
      modifiedAt: lastModified(items),
    }))
  return [
    { path: links.front(), modifiedAt: newest },
    { path: links.archive(), modifiedAt: newest },
    { path: links.trending(), modifiedAt: edition.readUntil },
    { path: links.search() },
    { path: links.feeds() },
    ...edition.pages.map(({ slug }) => ({ path: links.staticPage(slug) })),
    ...edition.articles.map((article) => ({
      path: links.article(article),
      modifiedAt: modifiedAt(article),
      article,
    })),
    ...edition.categories.flatMap(({ slug }) =>
      listOf((page) => links.category(slug, page), edition.byCategory.get(slug)),
    ),
    ...edition.tags.flatMap(({ slug }) => listOf((page) => links.tag(slug, page), edition.byTag.get(slug))),
    ...edition.authors.flatMap(({ slug }) =>
      listOf((page) => links.author(slug, page), edition.byAuthor.get(slug)),
    ),
    ...edition.months.flatMap((month) =>
      listOf((page) => links.month(month, page), edition.byMonth.get(month)),
    ),
    ...[...Map.groupBy(edition.months, (month) => month.slice(0, 4))].map(([year, [newestMonth = '']]) => ({
      path: links.year(year),
      modifiedAt: lastModified(edition.byMonth.get(newestMonth) ?? []),
    })),
    ...edition.series.map(({ slug }) => ({
      path: links.series(slug),
      modifiedAt: lastModified(edition.bySeries.get(slug) ?? []),
    })),
    ...paginate(edition.corrections, site.pageSize.list).map(({ number, items }) => ({
      path: links.corrections(number),
      modifiedAt: items[0]?.correction.at,
    })),
  ]
}
