import { hourOf } from '#domain/readership.ts'
import { parseMoment } from '#domain/zoned-time.ts'

const HOUR = 3_600_000

/** What a row's date covers: the hour it is counted in, as readership names it, and its end in ms. */
export interface Span {
  hour: string
  end: number
}

/**
 * A day counts at its noon, anything with a time in its own hour. Understands
 * ISO 8601, and GA4's `20250705` and `2025070513`. Undefined for what is no date.
 */
export function spanOf(text: string, timeZone: string): Span | undefined {
  const written = text.trim().replace(/^(\d{4})(\d{2})(\d{2})(\d{2})?$/, (_, year, month, day, hour) => {
    return `${year}-${month}-${day}${hour === undefined ? '' : `T${hour}:00`}`
  })
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written)
  const moment = parseMoment(isDay ? `${written}T12:00` : written, timeZone)
  if (!moment) return undefined
  return { hour: hourOf(+moment), end: +moment + (isDay ? 12 : 1) * HOUR }
}
