import { parseMoment } from '#domain/zoned-time.ts'
import type { Source } from './source.ts'

/**
 * The moment from which readers can see an article, in milliseconds: infinity
 * for a draft, the beginning of time where the date cannot be read, which the
 * schema says.
 */
export function publishedFrom({ data }: Source, timeZone: string): number {
  if (data.draft === true) return Number.POSITIVE_INFINITY
  return parseMoment(String(data.publishedAt), timeZone)?.getTime() ?? Number.NEGATIVE_INFINITY
}
