import { momentInName } from '#domain/live/moment-in-name.ts'
import { parseMoment } from '#domain/zoned-time.ts'
import type { Source } from '../source.ts'

/** When an entry came, as its front matter has it, else as its file's name has; undefined where neither says. */
export function writtenMoment({ slug, data }: Pick<Source, 'slug' | 'data'>): string | undefined {
  return data.at === undefined ? momentInName(slug) : String(data.at)
}

/** The same as a moment; undefined also for a date that does not exist, which a rule reports. */
export function entryMoment(source: Pick<Source, 'slug' | 'data'>, timeZone: string): Date | undefined {
  const text = writtenMoment(source)
  return text === undefined ? undefined : parseMoment(text, timeZone)
}
