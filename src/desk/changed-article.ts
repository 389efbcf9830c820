import type { Site } from '#domain/site.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import { shownIn } from './article-place.ts'
import type { Source } from './source.ts'

/** An article that is not as it was in the last build: by what its author wrote, which may yet change nothing. */
export interface ChangedArticle {
  slug: string
  /** Its path below the site's base, and what the search sorts it by; undefined for one that is gone. */
  now: { path: string; language: string; published: Date } | undefined
}

export function changedArticle(source: Source, site: Site): ChangedArticle {
  const { slug, data } = source
  const { category, lang, publishedAt } = data
  const published = parseMoment(String(publishedAt), site.timeZone)
  const language = String(lang ?? site.articleLanguage).split('-')[0] ?? ''
  const { path: folder } = shownIn(source, site)
  const path = `${folder === '' ? '' : `${folder}/`}${String(category)}/${slug}/`
  return { slug, now: published && { path, language, published } }
}
