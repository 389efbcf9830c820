import type { Article } from '#domain/article.ts'
import type { Links } from '#domain/links.ts'
import { NEWS_HOURS } from '#domain/news-hours.ts'
import type { Site } from '#domain/site.ts'
import { isoInZone } from '#domain/zoned-time.ts'
import { escapeXml } from '#syndication/xml-text.ts'

const MOST = 1000

/**
 * Google's news sitemap: what was published in the last 48 hours, at most 1,000
 * articles, by the rules of
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
 * Advertising is no news, whoever wrote it, and stays out.
 * @param articles newest first
 */
export function writeNewsSitemap(articles: readonly Article[], at: Date, site: Site, links: Links): string {
  const since = at.getTime() - NEWS_HOURS * 60 * 60 * 1000
  const urls = articles
    .filter(({ publishedAt, kind }) => publishedAt.getTime() > since && kind !== 'sponsored')
    .slice(0, MOST)
    .map((article) => entry(article, site, links))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n')
}

function entry(article: Article, site: Site, links: Links): string {
  return [
    `<url><loc>${escapeXml(links.absolute(links.article(article)))}</loc><news:news>`,
    `<news:publication><news:name>${escapeXml(site.name)}</news:name>`,
    `<news:language>${newsLanguage(article.lang)}</news:language></news:publication>`,
    `<news:publication_date>${isoInZone(article.publishedAt, site.timeZone)}</news:publication_date>`,
    `<news:title>${escapeXml(article.title)}</news:title></news:news></url>`,
  ].join('')
}

/** An ISO 639 code of two or three letters; for Chinese alone the script is named too. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize()
  if (language === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn'
  return language
}
