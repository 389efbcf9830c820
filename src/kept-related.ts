import { hash } from 'node:crypto'
import type { Article } from '#domain/article.ts'
import { relatedIn } from '#domain/related.ts'
import { type Summary, summaryOf } from '#domain/summary.ts'
import { keepValue, readValue } from '#keep-file.ts'
import { madeBy } from '#made-by.ts'

interface Kept {
  /** A digest of all that the lists follow from. */
  of: string
  /** For each article the places of those to read after it. */
  places: number[][]
}

/**
 * As `relatedIn`, kept from build to build: what is related follows from titles,
 * tags, sections and dates alone, so that most edits leave it as it was, and to
 * find it takes a second of each build of an archive. A file that is missing,
 * damaged or another program's is as good as none.
 * @param file where it is kept
 * @param articles newest first
 */
export async function keptRelated(
  file: string,
  articles: readonly Article[],
  limit: number,
): Promise<(article: Article) => Summary[]> {
  const of = hash('sha256', JSON.stringify([madeBy('.', []), limit, articles.map(told)]))
  const places = (await readPlaces(file, of)) ?? (await findPlaces(file, of, articles, limit))
  const lists = new Map(articles.map((article, place) => [article, places[place] ?? []]))
  return (article) => (lists.get(article) ?? []).map((place) => summaryOf(articles[place] as Article))
}

/** What `relatedIn` looks at. */
function told({ slug, title, tags, category, publishedAt, translations }: Article): unknown[] {
  const slugs = [tags, translations].map((list) => list.map(({ slug }) => slug))
  return [slug, title, category.slug, publishedAt.getTime(), ...slugs]
}

async function readPlaces(file: string, of: string): Promise<number[][] | undefined> {
  const kept = (await readValue(file)) as Kept | undefined
  return kept?.of === of ? kept.places : undefined
}

async function findPlaces(
  file: string,
  of: string,
  articles: readonly Article[],
  limit: number,
): Promise<number[][]> {
  const related = relatedIn(articles, limit)
  const placeOf = new Map(articles.map((article, place) => [summaryOf(article), place]))
  const places = articles.map((article) => related(article).flatMap((summary) => placeOf.get(summary) ?? []))
  await keepValue(file, { of, places } satisfies Kept)
  return places
}
