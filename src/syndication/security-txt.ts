import type { Links } from '#domain/links.ts'
import type { SecuritySettings } from '#domain/machine-settings.ts'
import type { Site } from '#domain/site.ts'

/** RFC 9116 asks for less than a year. Each build writes a new date. */
const DAYS_UNTIL_STALE = 180
const DAY_MS = 24 * 60 * 60 * 1000

/** Where to report a hole (RFC 9116), good for half a year from `at`, to the day. */
export function writeSecurityTxt(
  { contact, policy, languages }: SecuritySettings,
  at: Date,
  site: Pick<Site, 'locale' | 'articleLanguage'>,
  links: Links,
): string {
  const expires = new Date(Math.floor(at.getTime() / DAY_MS + DAYS_UNTIL_STALE) * DAY_MS)
  const known = languages ?? [...new Set([site.locale, site.articleLanguage])]
  return [
    ...contact.map((address) => `Contact: ${address}`),
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${known.join(', ')}`,
    `Canonical: ${links.absolute(links.securityTxt())}`,
    ...(policy ? [`Policy: ${policy}`] : []),
    '',
  ].join('\n')
}
