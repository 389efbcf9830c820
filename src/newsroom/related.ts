import { cachesOf } from '#desk/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import type { Article } from '#domain/article.ts'
import type { Edition } from '#domain/edition.ts'
import { relatedIn } from '#domain/related.ts'
import type { Summary } from '#domain/summary.ts'
import { site } from '#site.ts'
import { cachedRelated } from './cached-related.ts'
import { audience } from './audience.ts'

/** What to read after each article. */
export async function getRelated({ articles }: Edition): Promise<(article: Article) => Summary[]> {
  const limit = site.pageSize.related
  return audience === 'readers'
    ? cachedRelated(cachesOf(newsroomFolder().root), articles, limit)
    : relatedIn(articles, limit)
}
