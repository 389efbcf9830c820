import { cachesOf } from '#desk/caches.ts'
import { newsroomFolder } from '#desk/folder.ts'
import type { Article } from '#domain/article.ts'
import { relatedIn } from '#domain/related.ts'
import type { Summary } from '#domain/summary.ts'
import { site } from '#site.ts'
import { cachedRelated } from './cached-related.ts'
import { audience } from './audience.ts'
import { getLanguages, type PublishedLanguage } from './edition.ts'

type Related = (article: Article) => Summary[]

let latest: { languages: readonly PublishedLanguage[]; related: Related } | undefined

/** What to read after each article, of those in its language. */
export async function getRelated(): Promise<Related> {
  const languages = await getLanguages()
  if (latest?.languages !== languages) latest = { languages, related: relatedAmong(languages) }
  return latest.related
}

function relatedAmong(languages: readonly PublishedLanguage[]): Related {
  const limit = site.pageSize.related
  const lists = languages.map(({ edition }) => edition.articles)
  if (audience === 'readers') return cachedRelated(cachesOf(newsroomFolder().root), lists, limit)
  const lookUps = lists.map((articles) => relatedIn(articles, limit))
  // Each look-up knows the articles of its own list alone.
  return (article) => lookUps.flatMap((relatedTo) => relatedTo(article))
}
