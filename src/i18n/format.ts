/** Locales that name zones where others give an offset: Indonesia's (WIB), Europe's (BST, CEST). */
const ZONE_NAMERS = ['id', 'en-GB']

/**
 * A moment as a newspaper prints it: `4 Juli 2025 - 22:13 WIB` in Indonesian,
 * `4 July 2025 - 22:13 WIB` in English. Built from parts, as Intl's own
 * Indonesian form is "pukul 22.13".
 */
export function formatMoment(moment: Date, locale: string, timeZone: string): string {
  const part = partsOf(moment, locale, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  return `${formatDate(moment, locale, timeZone)} - ${part('hour')}:${part('minute')} ${zoneName(moment, locale, timeZone)}`
}

/** `4 Juli 2025`, `4 July 2025` */
export function formatDate(moment: Date, locale: string, timeZone: string): string {
  const part = partsOf(moment, locale, timeZone, { day: 'numeric', month: 'long', year: 'numeric' })
  return `${part('day')} ${part('month')} ${part('year')}`
}

/** A month given as `YYYY-MM`: `Juli 2025`, `July 2025` */
export function formatMonth(month: string, locale: string): string {
  const options = { timeZone: 'UTC', month: 'long', year: 'numeric' } as const
  return formatter(locale, options).format(new Date(`${month}-15T00:00Z`))
}

/** `A`, `A dan B`, `A, B dan C`, as the locale joins a list. */
export function formatList(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}

/** WIB, BST or EDT where a locale has a name for it, else an offset such as GMT+9. */
function zoneName(moment: Date, locale: string, timeZone: string): string {
  const names = [locale, ...ZONE_NAMERS].map((l) =>
    partsOf(moment, l, timeZone, { timeZoneName: 'short' })('timeZoneName'),
  )
  return names.find((name) => !/\d/.test(name)) ?? names[0] ?? timeZone
}

function partsOf(moment: Date, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const parts = formatter(locale, { ...options, timeZone }).formatToParts(moment)
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? ''
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it does. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}
