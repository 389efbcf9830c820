import type {
  CorrectionComment,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  Thing,
  WithContext,
} from 'schema-dts'
import { type Article, modifiedAt } from '#domain/article.ts'
import type { Correction } from '#domain/correction.ts'
import type { Links } from '#domain/links.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone } from '#domain/zoned-time.ts'

/**
 * A thing as it stands in a page's `<script type="application/ld+json">`: with
 * no `<` in it, so that nothing an author writes can end that element.
 */
export function writeJsonLd<T extends Thing>(thing: WithContext<T>): string {
  return JSON.stringify(thing).replaceAll('<', '\\u003c')
}

/**
 * An article as schema.org and Google's documentation of articles want it.
 * @param images paths from the host's root.
 */
export function newsArticle(
  article: Article,
  images: readonly string[],
  site: Site,
  links: Links,
): WithContext<NewsArticle> {
  const url = links.absolute(links.article(article))
  const moment = (at: Date) => isoInZone(at, site.timeZone)
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
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
    publisher: publisher(site, links),
    articleSection: article.category.name,
    inLanguage: article.lang,
    isAccessibleForFree: true,
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

function publisher(site: Site, links: Links): NewsMediaOrganization {
  return {
    '@type': 'NewsMediaOrganization',
    name: site.publisher.name ?? site.name,
    url: links.absolute(links.front()),
    logo: { '@type': 'ImageObject', url: links.absolute(links.publicFile(site.publisher.logo)) },
  }
}
