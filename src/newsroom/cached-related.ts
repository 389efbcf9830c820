import { cacheValue } from '#cache/caches.ts'
import { contentDigest } from '#cache/content-digest.ts'
import type { Article } from '#domain/article.ts'
import { relatedIn } from '#domain/related.ts'
import { type Summary, summaryOf } from '#domain/summary.ts'

interface CachedLists {
  /** Of everything that decides what the lists are. */
  digest: string
  /** For each list, and each article of it, the places in the list of those to read after it. */
  places: number[][][]
}

/**
 * The same as `relatedIn`, but cached from build to build. Titles, tags, sections
 * and dates alone decide which articles are related, so that most edits change
 * nothing, and an archive takes long to compare.
 * @param caches the newsroom's folder of caches
 * @param lists each newest first; what to read after an article is of its list
 */
export function cachedRelated(
  caches: string,
  lists: readonly (readonly Article[])[],
  limit: number,
): (article: Article) => Summary[] {
  const cache = cacheValue<CachedLists>('related', caches)
  const digest = contentDigest(JSON.stringify([limit, lists.map((articles) => articles.map(comparedOf))]))
  const cached = cache.read()
  const places =
    cached?.digest === digest ? cached.places : lists.map((articles) => findPlaces(articles, limit))
  if (cached?.digest !== digest) cache.write({ digest, places })
  const found = new Map(
    lists.flatMap((articles, list) =>
      articles.map((article, i) => {
        const placesAfter = places[list]?.[i] ?? []
        return [article, placesAfter.map((place) => articles[place] as Article)] as const
      }),
    ),
  )
  return (article) => (found.get(article) ?? []).map(summaryOf)
}

/** The fields that `relatedIn` compares. */
function comparedOf({ slug, title, tags, category, publishedAt, translations }: Article): unknown[] {
  const slugs = [tags, translations].map((list) => list.map(({ slug }) => slug))
  return [slug, title, category.slug, publishedAt.getTime(), ...slugs]
}

function findPlaces(articles: readonly Article[], limit: number): number[][] {
  const related = relatedIn(articles, limit)
  const placeOf = new Map(articles.map((article, place) => [summaryOf(article), place]))
  return articles.map((article) => related(article).flatMap((summary) => placeOf.get(summary) ?? []))
}
