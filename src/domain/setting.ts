import { z } from 'astro/zod'
import { address, line, lines } from './field.ts'
import { addressFault } from './missing-scheme.ts'
import { faultOfLine } from './written-text.ts'

/** The kinds of values that the settings of an outlet have, each saying what it "must" be. */
export const text = line(500)

/** A text that may have several lines. */
export const longText = lines(5000)

export const flag = z.boolean('must be true or false')

export const count = (least: number, most: number) =>
  z
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

export const webAddress = address(['http', 'https'], 'must be an address such as "https://warta.example/"')

/** A file of `public/`, by its path from there. */
export const publicFile = z
  .string('must be text: put it in quotes')
  .startsWith('/', { error: 'must start with "/": a file of public/', abort: true })
  .refine(isFilePath, 'must be the path of a file of public/, without ? or #')

/** A path of this site, or a web address. */
export const destination = place(
  ['http', 'https'],
  'must be a path such as "/about/" or an address with https://',
)

/** Where an entry of a menu leads: beside those a lone # of the page, or who can be written to or called. */
export const menuDestination = place(
  ['http', 'https', 'mailto', 'tel'],
  'must be a path such as "/about/", or an address with https:// or mailto:',
  /^#[^\s\p{Cc}\p{Cs}]*$/u,
)

/** A path of this site, or an address with one of these schemes; `fault` says what it must be. `other` is what it may be too. */
export function place(schemes: readonly string[], fault: string, other = /(?!)/) {
  const scheme = new RegExp(`^(${schemes.join('|')}):`)
  return z
    .string('must be text: put it in quotes')
    .refine((href) => other.test(href) || isPath(href) || (scheme.test(href) && isAddress(href)), {
      error: addressFault(fault, schemes),
    })
}

/** A path from the front page; a browser would take two slashes, of either kind, for another site. */
function isPath(href: string): boolean {
  return /^\/(?![/\\])[^\s\\\p{Cc}\p{Cs}]*$/u.test(href)
}

function isAddress(href: string): boolean {
  // The parser would mend an address with one slash.
  return !/[\s\p{Cc}\p{Cs}]/u.test(href) && URL.canParse(href) && !/^https?:(?!\/\/)/.test(href)
}

function isFilePath(path: string): boolean {
  try {
    if (/[?#\\]/.test(path)) return false
    return decodeURI(path)
      .slice(1)
      .split('/')
      .every((step) => !['', '.', '..'].includes(step) && faultOfLine(step) === undefined)
  } catch {
    return false
  }
}
