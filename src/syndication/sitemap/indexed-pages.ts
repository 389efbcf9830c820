import type { Article } from '#domain/article.ts'
import { modifiedAt } from '#domain/publication.ts'
import type { Edition } from '#domain/edition.ts'
import type { Links } from '#domain/links.ts'
import { livePages, newestChange } from '#domain/live/pages.ts'
import { paginate } from '#domain/pagination.ts'
import type { Site } from '#domain/site.ts'
import { lastModified, type Summary } from '#domain/summary.ts'
import { originalOf } from '#domain/translations.ts'
import { listIn, type PageIn, pageIn } from '#domain/versions.ts'

/** A page that search engines are asked to keep. */
export interface IndexedPage {
  /** From the host's root. */
  path: string
  /** When what it shows last changed; undefined where nothing tells. */
  modifiedAt?: Date | undefined
  /** Whose page it is. */
  article?: Article
  /** What is the same page in other languages; absent for articles, and for numbered pages of lists. */
  samePage?: PageIn
}

/**
 * Every canonical page of an edition in a language, with its true date. What is withdrawn,
 * kept for one reader, fetched by other pages or only leads elsewhere is not
 * among them.
 */
export function indexedPages(edition: Edition, site: Site, links: Links): IndexedPage[] {
  const newest = lastModified(edition.summaries)
  const listOf = (samePage: PageIn, href: (page?: number) => string, articles: readonly Summary[] = []) =>
    paginate(articles, site.pageSize.list).map(({ number, items }) => ({
      path: href(number),
      modifiedAt: lastModified(items),
      ...(number === undefined && { samePage }),
    }))
  return [
    { path: links.front(), modifiedAt: newest, samePage: pageIn.front },
    { path: links.archive(), modifiedAt: newest, samePage: pageIn.archive },
    { path: links.trending(), modifiedAt: edition.readUntil, samePage: pageIn.trending },
    { path: links.search(), samePage: pageIn.search },
    { path: links.feeds(), samePage: pageIn.feeds },
    ...edition.pages.map((page) => ({
      path: links.staticPage(page.slug),
      samePage: listIn.staticPage(originalOf(page)),
    })),
    ...edition.articles.map((article) => ({
      path: links.article(article),
      modifiedAt: modifiedAt(article),
      article,
    })),
    ...edition.articles.flatMap((article) =>
      (article.live ? livePages(article.live, site.pageSize.live) : [])
        .filter(({ number }) => number !== undefined)
        .map(({ number, items }) => ({
          path: links.livePage(article, number),
          modifiedAt: newestChange(items),
        })),
    ),
    ...edition.categories.flatMap(({ slug }) =>
      listOf(listIn.category(slug), (page) => links.category(slug, page), edition.byCategory.get(slug)),
    ),
    ...edition.tags.flatMap(({ slug }) =>
      listOf(listIn.tag(slug), (page) => links.tag(slug, page), edition.byTag.get(slug)),
    ),
    ...edition.authors.flatMap(({ slug }) =>
      listOf(listIn.author(slug), (page) => links.author(slug, page), edition.byAuthor.get(slug)),
    ),
    ...edition.months.flatMap((month) =>
      listOf(listIn.month(month), (page) => links.month(month, page), edition.byMonth.get(month)),
    ),
    ...[...Map.groupBy(edition.months, (month) => month.slice(0, 4))].map(([year, [newestMonth = '']]) => ({
      path: links.year(year),
      samePage: listIn.year(year),
      modifiedAt: lastModified(edition.byMonth.get(newestMonth) ?? []),
    })),
    ...edition.series.map(({ slug }) => ({
      path: links.series(slug),
      samePage: listIn.series(slug),
      modifiedAt: lastModified(edition.bySeries.get(slug) ?? []),
    })),
    ...paginate(edition.corrections, site.pageSize.list).map(({ number, items }) => ({
      path: links.corrections(number),
      modifiedAt: items[0]?.correction.at,
      ...(number === undefined && { samePage: pageIn.corrections }),
    })),
  ]
}
