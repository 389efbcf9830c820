/** Locales that name zones where others give an offset: Indonesia's (WIB), Europe's (BST, CEST). */
const ZONE_NAMERS = ['id', 'en-GB']

/** Of English without a country Intl gives the dates of the United States. */
const DATES: Readonly<Record<string, string>> = { en: 'en-GB' }
/** What prints `22:13` after its dates, where Intl has `at 10:13 PM` or `pukul 22.13`. */
const HOUSE_STYLE = ['en', 'id', 'id-ID']

/** Calendars that have the months by which the archive is kept, whatever they call the year. */
const MONTHS_OF_ARCHIVE = ['gregory', 'buddhist', 'japanese', 'roc']

/**
 * A moment as a newspaper prints it: `4 Juli 2025 - 22:13 WIB` in Indonesian,
 * `4 July 2025 - 22:13 WIB` in English, else as Intl writes date and hour.
 */
export function formatMoment(moment: Date, locale: string, timeZone: string): string {
  if (!HOUSE_STYLE.includes(locale)) {
    const zone = zoneName(moment, locale, timeZone)
    return `${formatter(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(moment)} ${zone}`
  }
  return `${formatDate(moment, locale, timeZone)} - ${formatHour(moment, locale, timeZone)}`
}

/** The hour of a moment, as `formatMoment` has it: `22:13 WIB`. */
export function formatHour(moment: Date, locale: string, timeZone: string): string {
  const isHouse = HOUSE_STYLE.includes(locale)
  const options = isHouse
    ? ({ hour: '2-digit', minute: '2-digit', timeZone } as const)
    : ({ timeStyle: 'short', timeZone } as const)
  return `${formatter(isHouse ? 'en-GB' : locale, options).format(moment)} ${zoneName(moment, locale, timeZone)}`
}

/** `4 Juli 2025`, `4 July 2025`, `2025年7月4日` */
export function formatDate(moment: Date, locale: string, timeZone: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  return formatter(DATES[locale] ?? locale, options).format(moment)
}

/** A month given as `YYYY-MM`: `Juli 2025`, `July 2025` */
export function formatMonth(month: string, locale: string): string {
  return formatOfArchive(new Date(`${month}-15T00:00Z`), locale, { month: 'long', year: 'numeric' })
}

/** A year given as `YYYY`: `2025`, `2025年` */
export function formatYear(year: string, locale: string): string {
  return formatOfArchive(new Date(`${year}-07-15T00:00Z`), locale, { year: 'numeric' })
}

/** `A`, `A dan B`, `A, B dan C`, as the locale joins a list. */
export function formatList(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}

/** In the locale's calendar where its months are those of the archive's addresses. */
function formatOfArchive(moment: Date, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const options = { ...parts, timeZone: 'UTC' }
  const { calendar } = formatter(locale, options).resolvedOptions()
  const isFit = MONTHS_OF_ARCHIVE.includes(calendar)
  return formatter(locale, isFit ? options : { ...options, calendar: 'gregory' }).format(moment)
}

/** WIB, BST or EDT where a locale has a name for it, else an offset such as GMT+9. */
function zoneName(moment: Date, locale: string, timeZone: string): string {
  const names = [locale, ...ZONE_NAMERS].map(
    (l) =>
      formatter(l, { timeZoneName: 'short', timeZone })
        .formatToParts(moment)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '',
  )
  return names.find((name) => !/\p{Nd}/u.test(name)) ?? names[0] ?? timeZone
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it does. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}
