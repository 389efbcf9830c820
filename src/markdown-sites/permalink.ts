import { isoInZone } from '#domain/zoned-time.ts'

/** What a pattern of addresses is filled with, by the names that Jekyll and Hugo give it. */
type PatternValues = Record<string, string | undefined>

/** The parts of a moment, as it is in a zone. */
export function momentValues(moment: Date, timeZone: string): PatternValues {
  const iso = isoInZone(moment, timeZone)
  const [year = '', month = '', day = '', hour, minute, second] = iso.split(/[-T:+Z]/)
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  const inYear = (date.getTime() - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000 + 1
  const named = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...style }).format(date)
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    y_day: String(inYear).padStart(3, '0'),
    yearday: String(inYear),
    monthname: named({ month: 'long' }).toLowerCase(),
    long_month: named({ month: 'long' }),
    short_month: named({ month: 'short' }),
    weekdayname: named({ weekday: 'long' }).toLowerCase(),
    weekday: String(date.getUTCDay()),
  }
}

/** The path of a pattern, `/:year/:title/` say; undefined where a part of it is not known. */
export function fillPattern(pattern: string, values: PatternValues): string | undefined {
  let isKnown = true
  // Hugo takes a part of the sections, `:sections[1:]`.
  const filled = pattern.replace(/:([a-z_]+)(?:\[([^\]]*)\])?/g, (_all, name: string, part?: string) => {
    const value = values[name]
    if (value === undefined) isKnown = false
    return part === undefined ? (value ?? '') : partOf(value ?? '', part)
  })
  if (!isKnown) return undefined
  return `/${filled}`.replace(/\/{2,}/g, '/')
}

function partOf(path: string, part: string): string {
  const names = path.split('/').filter(Boolean)
  const place = (word: string) => (word === 'last' ? names.length - 1 : Number(word))
  const [from = '', to] = part.split(':')
  if (to === undefined) return names[place(from)] ?? ''
  return names
    .slice(from === '' ? 0 : place(from), to === '' ? undefined : place(to) + (to === 'last' ? 1 : 0))
    .join('/')
}

/** A name as it stands in an address, by the rule of Jekyll's and Hugo's: letters and digits of any script stay. */
export function urlName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}
