import { z } from 'astro/zod'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Days whose views are kept by the hour. */
const HOURLY_DAYS = 7

/**
 * What was read, by article and hour (the hour's beginning): `{ articles: {
 * slug: { "2025-07-05T03:00:00Z": 12 } } }`. A day more than a week back is one
 * number, at its noon in UTC.
 */
export const readershipSchema = z.strictObject({
  articles: z.record(z.string(), z.record(z.iso.datetime(), z.int().nonnegative())),
  /** The newest request that was counted or passed over: what is later is not known yet. */
  until: z.iso.datetime().optional(),
  /** The logs that were read, as far as they reach into the days that are kept. */
  logs: z
    .array(
      z.strictObject({
        /** Marks of its beginning, its end, and some places between, joined. */
        first: z.string(),
        last: z.string(),
        marks: z.string(),
        lines: z.int().positive(),
        /** When its newest request was. */
        until: z.iso.datetime(),
      }),
    )
    .optional(),
})

export type Readership = z.output<typeof readershipSchema>
export type ReadLog = NonNullable<Readership['logs']>[number]
type Views = Readership['articles']

/** The hour that a moment (ms) is in, as the record names it. */
export function hourOf(moment: number): string {
  return new Date(Math.floor(moment / HOUR) * HOUR).toISOString().replace('.000', '')
}

/** Up to when readership is known, in ms: undefined where nothing was read. */
export function knownUntil({ articles, until }: Readership): number | undefined {
  if (until) return Date.parse(until)
  const hours = Object.values(articles).flatMap((views) => Object.keys(views))
  const newest = hours.reduce((latest, hour) => Math.max(latest, Date.parse(hour)), Number.NEGATIVE_INFINITY)
  return Number.isFinite(newest) ? newest + HOUR : undefined
}

/**
 * The views of the last `days` before `until` (ms), those more than a week old
 * by day, keys in order, so that equal views are equal bytes.
 */
export function condensed(articles: Views, until: number, days: number): Views {
  const slugs = Object.keys(articles).sort()
  return Object.fromEntries(
    slugs.flatMap((slug) => {
      const hours: Record<string, number> = {}
      for (const [hour, views] of Object.entries(articles[slug] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const kept = keptAs(hour, until, days)
        if (kept !== undefined && views > 0) hours[kept] = (hours[kept] ?? 0) + views
      }
      return Object.keys(hours).length > 0 ? [[slug, hours]] : []
    }),
  )
}

/** The first moment (ms) that is kept. Whole days go at once. */
export function keptFrom(until: number, days: number): number {
  return (Math.floor(until / DAY) - days + 1) * DAY
}

/** The key of an hour's views later on; undefined for what is not kept. */
function keptAs(hour: string, until: number, days: number): string | undefined {
  const moment = Date.parse(hour)
  if (moment < keptFrom(until, days)) return undefined
  const age = Math.floor(until / DAY) - Math.floor(moment / DAY)
  return age < HOURLY_DAYS ? hour : hourOf(Math.floor(moment / DAY) * DAY + DAY / 2)
}

/** Adds views to others, in place. */
export function addViews(to: Views, more: Views): void {
  combine(to, more, (a, b) => a + b)
}

/** The larger number of each article and hour: for reports of the same readers at different times. */
export function raiseViews(to: Views, reported: Views): void {
  combine(to, reported, Math.max)
}

function combine(to: Views, more: Views, of: (a: number, b: number) => number): void {
  for (const [slug, hours] of Object.entries(more)) {
    // A slug may be "constructor".
    const own = (Object.hasOwn(to, slug) && to[slug]) || {}
    for (const [hour, views] of Object.entries(hours)) own[hour] = of(own[hour] ?? 0, views)
    to[slug] = own
  }
}
