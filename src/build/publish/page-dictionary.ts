import { hash } from 'node:crypto'

/** A text that pages are compressed with: what of them stands in it is not sent again. RFC 9842. */
export interface PageDictionary {
  bytes: Buffer
  /** Its SHA-256, as a browser that has it names it, in the letters of file names. */
  id: string
}

/** Of a page's text, where it differs from another's: up to a quotation mark or an end of a tag. */
const PIECE = /[^"<>]*(?:["<>]|$)/g

/**
 * What stands in all of these pages, in the order of the first.
 * @param pages at least one
 */
export function pageDictionary(pages: readonly [string, ...string[]]): PageDictionary {
  const [first, ...others] = pages.map((page) => page.match(PIECE) ?? [])
  const known = others.map((pieces) => new Set(pieces))
  const common = (first ?? []).filter((piece) => known.every((pieces) => pieces.has(piece))).join('')
  // A digest with a slash would be two steps of a path, and "+" is a blank in some: the next one may have neither.
  for (let attempt = 0; ; attempt++) {
    const bytes = Buffer.from(`${common}<!--${attempt}-->`)
    const id = hash('sha256', bytes, 'base64').replace('=', '')
    if (/^[A-Za-z0-9]+$/.test(id)) return { bytes, id }
  }
}
