import { whyUnpublished } from '#domain/edition.ts'
import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { buildMoment } from './moment.ts'
import type { Source } from './source.ts'

/** The articles that readers may see at the build's moment: neither drafts nor those of later. */
export function publishedArticles(articles: readonly Source[], site: Site): Source[] {
  const moment = buildMoment()
  return articles.filter(({ data }) => {
    const publishedAt = parseMoment(String(data.publishedAt), site.timeZone)
    return publishedAt !== undefined && !whyUnpublished({ draft: data.draft === true, publishedAt }, moment)
  })
}
