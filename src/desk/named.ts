import type { Source } from './source.ts'

/** Authors whom an article's fields name, by byline or among its contributors. */
export function authorsNamed({ data }: Source): unknown[] {
  const credited = list(data.contributors) as ({ author?: unknown } | null)[]
  return [...list(data.authors), ...credited.map((one) => one?.author)]
}

/** The series that an article's fields name, if any. */
export function seriesNamed({ data }: Source): unknown[] {
  return [(data.series as { slug?: unknown } | null | undefined)?.slug]
}

/** An article's tags, as they are written. */
export function tagsNamed({ data }: Source): string[] {
  return list(data.tags).filter((tag): tag is string => typeof tag === 'string')
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
