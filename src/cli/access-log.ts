import { FIXED_ROUTES } from '#domain/links.ts'
import type { Readership } from '#domain/readership.ts'

// Apache's and nginx's combined format: host ident user [time] "request" status bytes ...
const LINE =
  /^\S+ \S+ \S+ \[(\d{2})\/(\w{3})\/(\d{4}):(\d{2}):(\d{2}):\d{2} ([+-]\d{2})(\d{2})\] "GET (\S+) [^"]*" (200|304) /
// An article's folder in its section's, whatever the query holds.
const ARTICLE = /^[^?#]*\/([^/?#]+)\/([^/?#]+)\/(?:index\.html)?(?:[?#]|$)/
const NO_SECTIONS = new Set<string>(FIXED_ROUTES)
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Adds the view that a log's line tells of: a page of one of `slugs`, fetched
 * by GET and answered with 200 or 304. False for any other line.
 */
export function countView(line: string, slugs: ReadonlySet<string>, readership: Readership): boolean {
  const match = LINE.exec(line)
  if (!match) return false
  const [, day, monthName = '', year, hourOfDay, minute, zoneHours, zoneMinutes, address = ''] = match
  const [, section = '', name = ''] = ARTICLE.exec(address) ?? []
  const slug = decoded(name)
  if (NO_SECTIONS.has(section) || !slugs.has(slug)) return false
  const month = String(MONTHS.indexOf(monthName) + 1).padStart(2, '0')
  const moment = new Date(`${year}-${month}-${day}T${hourOfDay}:${minute}:00${zoneHours}:${zoneMinutes}`)
  if (Number.isNaN(moment.getTime())) return false
  // After the zone is reckoned in: not all are whole hours from UTC.
  moment.setUTCMinutes(0)
  const hour = moment.toISOString().replace('.000', '')
  const hours = readership.articles[slug] ?? {}
  hours[hour] = (hours[hour] ?? 0) + 1
  readership.articles[slug] = hours
  return true
}

/** Empty for what is no UTF-8 when decoded, as only a machine at mischief asks for. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
