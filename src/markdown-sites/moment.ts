import { parseMoment } from '#domain/zoned-time.ts'

const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt\s]+(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?$/i

/**
 * The moment that a front matter names, as these systems write it: ISO 8601 with blanks, slashes or single digits, or in
 * English words, `Jul 08 2022`. Without a zone it is one of `timeZone`. Undefined for none.
 */
export function momentIn(text: string, timeZone: string): Date | undefined {
  const iso = ISO.exec(text.trim())
  if (!iso) return inWords(text, timeZone)
  const [, year, month = '', day = '', hour, minute, second = '', zone = ''] = iso
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined) return parseMoment(date, timeZone)
  const offset = /^(utc|gmt|z)$/i.test(zone) ? 'Z' : zone
  return parseMoment(`${date}T${hour.padStart(2, '0')}:${minute}${second}${offset}`, timeZone)
}

function inWords(text: string, timeZone: string): Date | undefined {
  if (!/[a-z]{3}/i.test(text) || !/\d{4}/.test(text)) return undefined
  if (/(Z|GMT|UTC|[+-]\d{4})\s*$/.test(text)) return valid(new Date(text))
  const asUtc = valid(new Date(`${text} UTC`))
  return asUtc && parseMoment(asUtc.toISOString().slice(0, 19), timeZone)
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date
}
