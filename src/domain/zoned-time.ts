import { Temporal } from 'temporal-polyfill'

const DATE = /^\d{4}-\d{2}-\d{2}$/
// Temporal itself would take a second 60 for 59.
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?$/
/** As most articles have it. */
const LOCAL_MINUTE = /^(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

/** The years that all formats of dates can write: RFC 3339 has four digits, and HTML no year 0. */
const FIRST = Date.parse('0001-01-01T00:00Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/** What has been read, in milliseconds: each article's date is asked for by several rules, and a calendar takes its time. */
const read = new Map<string, number | undefined>()

/**
 * The moment that an ISO 8601 text names. A date alone is its midnight, and a
 * text without a zone is read in `timeZone` (an IANA name); a local time that
 * a daylight-saving change skips moves forward by the change's length.
 * Returns undefined for any other form, for dates that do not exist, and
 * outside of the years 1 to 9999 in UTC.
 */
export function parseMoment(text: string, timeZone: string): Date | undefined {
  const key = `${timeZone} ${text}`
  if (!read.has(key)) {
    const milliseconds = millisecondsOf(text, timeZone)
    const isWritable = milliseconds !== undefined && milliseconds >= FIRST && milliseconds <= LAST
    read.set(key, isWritable ? milliseconds : undefined)
  }
  const milliseconds = read.get(key)
  return milliseconds === undefined ? undefined : new Date(milliseconds)
}

function millisecondsOf(text: string, timeZone: string): number | undefined {
  try {
    if (ZONED.test(text)) return Temporal.Instant.from(text).epochMilliseconds
    const [, date = '', time] = LOCAL_MINUTE.exec(text) ?? []
    const offset = date && offsetAround(date, timeZone)
    if (typeof offset === 'number') return Date.parse(`${date}T${time}Z`) - offset
    if (DATE.test(text) || LOCAL.test(text)) {
      return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

/** By day and zone. */
const offsets = new Map<string, number | undefined>()

/**
 * What a zone is ahead of UTC, in milliseconds, on a day and those before and after it; undefined where that changes
 * then. A day has many articles, and a calendar takes its time.
 */
function offsetAround(date: string, timeZone: string): number | undefined {
  const key = `${timeZone} ${date}`
  if (!offsets.has(key)) {
    const day = Temporal.PlainDate.from(date)
    const [before, after] = [day.subtract({ days: 1 }), day.add({ days: 2 })].map(
      (day) => day.toZonedDateTime(timeZone).offsetNanoseconds / 1e6,
    )
    offsets.set(key, before === after ? before : undefined)
  }
  return offsets.get(key)
}

/** The calendar month of a moment in a zone, as `YYYY-MM`. */
export function monthOf(moment: Date, timeZone: string): string {
  const day = moment.getUTCDate()
  // No zone is a whole day away, and a calendar takes its time: it is asked for each article, more than once.
  if (day > 1 && day < 28) return moment.toISOString().slice(0, 7)
  return zoned(moment, timeZone).toPlainDate().toString().slice(0, 7)
}

/** ISO 8601 with the zone's offset, as machines want it: `2025-07-04T22:13:00+07:00`. */
export function isoInZone(moment: Date, timeZone: string): string {
  return zoned(moment, timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function zoned(moment: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone)
}
