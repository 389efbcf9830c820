import { cacheValue } from '#cache/caches.ts'
import { contentDigest } from '#cache/content-digest.ts'
import type { Article } from '#domain/article.ts'
import { relatedIn } from '#domain/related.ts'
import { type Summary, summaryOf } from '#domain/summary.ts'

interface CachedLists {
  /** A digest of all that the lists follow from. */
  digest: string
  /** For each article the places of those to read after it. */
  places: number[][]
}

/**
 * As `relatedIn`, kept from build to build: what is related follows from titles,
 * tags, sections and dates alone, so that most edits leave it as it was, and to
 * find it takes a second of each build of an archive.
 * @param caches the newsroom's folder of caches
 * @param articles newest first
 */
export function cachedRelated(
  caches: string,
  articles: readonly Article[],
  limit: number,
): (article: Article) => Summary[] {
  const cache = cacheValue<CachedLists>('related', caches)
  const digest = contentDigest(JSON.stringify([limit, articles.map(comparedOf)]))
  const cached = cache.read()
  const places = cached?.digest === digest ? cached.places : findPlaces(articles, limit)
  if (cached?.digest !== digest) cache.write({ digest, places })
  const lists = new Map(articles.map((article, place) => [article, places[place] ?? []]))
  return (article) => (lists.get(article) ?? []).map((place) => summaryOf(articles[place] as Article))
}

/** What `relatedIn` looks at. */
function comparedOf({ slug, title, tags, category, publishedAt, translations }: Article): unknown[] {
  const slugs = [tags, translations].map((list) => list.map(({ slug }) => slug))
  return [slug, title, category.slug, publishedAt.getTime(), ...slugs]
}

function findPlaces(articles: readonly Article[], limit: number): number[][] {
  const related = relatedIn(articles, limit)
  const placeOf = new Map(articles.map((article, place) => [summaryOf(article), place]))
  return articles.map((article) => related(article).flatMap((summary) => placeOf.get(summary) ?? []))
}
