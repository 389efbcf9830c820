import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import type { Source } from './source.ts'

/** An article that is not as it was in the last build: by what its author wrote, which may yet change nothing. */
export interface ChangedArticle {
  slug: string
  /** Undefined for one that is gone. */
  now: { category: string; language: string; published: Date } | undefined
}

export function changedArticle(
  { slug, data: { category, lang, publishedAt } }: Source,
  { articleLanguage, timeZone }: Site,
): ChangedArticle {
  const published = parseMoment(String(publishedAt), timeZone)
  const language = String(lang ?? articleLanguage).split('-')[0] ?? ''
  return { slug, now: published && { category: String(category), language, published } }
}
