import { plainLine } from '#moving-in/plain-text.ts'
import type { OldAuthor } from '#moving-in/record.ts'
import { type Item, textsOf } from './item.ts'
import type { XmlRecord } from './record-parser.ts'

/** An author whom the export lists; undefined for one without a name to sign in by. */
export function authorOf(record: XmlRecord): OldAuthor | undefined {
  const text = textsOf(record)
  const id = text('wp:author_login').trim()
  const names = `${text('wp:author_first_name')} ${text('wp:author_last_name')}`
  return id ? { id, name: plainLine(text('wp:author_display_name')) || plainLine(names) } : undefined
}

/** Those of an item; guests whom the plug-in Co-Authors Plus names come before the one who filed it. */
export function authorsOf({ terms, creator }: Item): OldAuthor[] {
  const guests = terms
    .filter(({ domain, name }) => domain === 'author' && name !== '')
    .map(({ nicename, name }) => ({ id: nicename.replace(/^cap-/, '') || name, name: plainLine(name) }))
  if (guests.length > 0) return guests
  return creator ? [{ id: creator, name: '' }] : []
}
