import { parseMoment } from '#domain/zoned-time.ts'
import { entryMoment } from './live/entry-moment.ts'
import type { Source } from './source.ts'

/**
 * The moment from which readers can see an article, in milliseconds: infinity
 * for a draft, the beginning of time where the date cannot be read, which the
 * schema says.
 */
export function publishedFrom({ data }: Source, timeZone: string): number {
  return fromMoment(data, parseMoment(String(data.publishedAt), timeZone))
}

/** The same of an entry of live coverage, apart from its article. */
export function entryFrom(source: Source, timeZone: string): number {
  return fromMoment(source.data, entryMoment(source, timeZone))
}

function fromMoment({ draft }: Source['data'], moment: Date | undefined): number {
  if (draft === true) return Number.POSITIVE_INFINITY
  return moment?.getTime() ?? Number.NEGATIVE_INFINITY
}
