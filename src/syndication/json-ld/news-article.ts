import type {
  AdvertiserContentArticle,
  CorrectionComment,
  CreativeWorkSeries,
  LiveBlogPosting,
  NewsArticle,
  Person,
  WithContext,
} from 'schema-dts'
import type { Article } from '#domain/article.ts'
import { modifiedAt } from '#domain/publication.ts'
import type { Correction } from '#domain/publication.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone } from '#domain/zoned-time.ts'
import { coverage, type LiveUpdate } from './live-blog.ts'
import { outlet } from './organization.ts'

/**
 * An article as schema.org and Google's documentation of articles want it.
 * What an advertiser has paid for does not pass for news.
 * @param images paths from the host's root, of one picture at several proportions.
 * @param updates of live coverage, newest first
 */
export function newsArticle(
  article: Article,
  images: readonly string[],
  site: Site,
  links: Links,
  updates: readonly LiveUpdate[] = [],
): WithContext<NewsArticle | AdvertiserContentArticle | LiveBlogPosting> {
  const { kind, tags, series, live } = article
  const url = links.absolute(links.article(article))
  const moment = (at: Date) => isoInZone(at, site.timeZone)
  const type = live ? 'LiveBlogPosting' : kind === 'sponsored' ? 'AdvertiserContentArticle' : 'NewsArticle'
  return {
    '@context': 'https://schema.org',
    '@type': type as 'NewsArticle',
    mainEntityOfPage: url,
    url,
    headline: article.title,
    description: article.description,
    datePublished: moment(article.publishedAt),
    dateModified: moment(modifiedAt(article)),
    author: article.authors.map(({ name, slug }): Person => ({
      '@type': 'Person',
      name,
      url: links.absolute(links.author(slug)),
    })),
    publisher: outlet(site, links),
    articleSection: article.category.name,
    inLanguage: article.lang,
    isAccessibleForFree: true,
    ...((kind === 'opinion' || kind === 'analysis') && { genre: kind }),
    ...(tags.length > 0 && { keywords: tags.map(({ name }) => name) }),
    ...(series && { isPartOf: partOf(series, links), position: series.part }),
    ...translationsOf(article, links),
    ...(live && coverage(article, live, updates, site, links)),
    ...(images.length > 0 && { image: images.map(links.absolute) }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ at, note }: Correction): CorrectionComment => ({
        '@type': 'CorrectionComment',
        text: note,
        datePublished: moment(at),
      })),
    }),
  }
}

/** The original of a translation, and the translations of an original. */
function translationsOf({ translationOf, translations }: Article, links: Links) {
  const works = translations.map((version) => ({
    slug: version.slug,
    work: {
      '@type': 'NewsArticle',
      url: links.absolute(links.article(version)),
      inLanguage: version.lang,
    } as const,
  }))
  const original = works.find(({ slug }) => slug === translationOf)
  if (original) return { translationOfWork: original.work }
  return works.length > 0 && translationOf === undefined && { workTranslation: works.map(({ work }) => work) }
}

function partOf({ title, slug }: NonNullable<Article['series']>, links: Links): CreativeWorkSeries {
  return { '@type': 'CreativeWorkSeries', name: title, url: links.absolute(links.series(slug)) }
}
