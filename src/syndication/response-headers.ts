import { writePolicy } from '#domain/content-policy.ts'
import { SERVICE_WORKER_FILE } from '#domain/links.ts'

/** What no page needs of a browser, though frames in it may. */
const NEEDLESS = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** With every answer, whatever serves the site: `deploy/` has them for nginx and Caddy, and docs/hosting.md says why. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000',
  // The rest of the policy stands in each page; this part counts in a header alone.
  'Content-Security-Policy': writePolicy({ 'frame-ancestors': ["'self'"] }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // Windows that a page opens itself may answer it: so authors sign in to the web desk.
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  'Permissions-Policy': NEEDLESS.map((feature) => `${feature}=()`).join(', '),
}

/** Of files whose names change with what is in them. */
export const IMMUTABLE = 'public, max-age=31536000, immutable'

/** Below the base of a site: what never changes, as its names do. The second is of an outlet's further languages. */
const NEVER_CHANGED = [
  '_astro/*',
  'fragments/live/:slug/:entry/:digest/',
  ':language/fragments/live/:slug/:entry/:digest/',
]

/**
 * The `_headers` of Netlify and Cloudflare Pages. Both keep pages for no time
 * and compress by themselves, and where two rules name one header they send
 * both: so there is none about caching but for what never changes, and what browsers must not keep.
 * @param base path of the site, with a slash at both ends.
 */
export function writeHeaders(base: string): string {
  const everywhere = Object.entries(EVERYWHERE).map(([name, value]) => `  ${name}: ${value}\n`)
  const never = NEVER_CHANGED.map((path) => `${base}${path}\n  Cache-Control: ${IMMUTABLE}\n`)
  return `${base}*\n${everywhere.join('')}${never.join('')}${base}${SERVICE_WORKER_FILE}\n  Cache-Control: no-cache\n`
}
