import type { Links } from '#domain/links.ts'
import type { Moved } from '#domain/moved.ts'
import { numberInAlias } from '#domain/numbered-alias.ts'

/** What a web server must know to send readers on; every path is from the host's root. */
export interface RedirectRules {
  /** The front page's, where WordPress's numbers arrive. */
  front: string
  paths: { from: string; to: string }[]
  numbers: { number: number; to: string }[]
}

/** Queries in which WordPress's numbers come. */
export const NUMBER_KEYS = ['p', 'page_id', 'attachment_id'] as const

/** Rules for old addresses: a folder with its slash and without, a file as it is; percent-encoded. */
export function rulesFor(moved: readonly Moved[], links: Links): RedirectRules {
  const rules: RedirectRules = { front: links.front(), paths: [], numbers: [] }
  for (const { from, to } of moved) {
    const number = numberInAlias(from)
    if (number !== undefined) rules.numbers.push({ number, to })
    else for (const path of spellings(from)) rules.paths.push({ from: encodeURI(links.written(path)), to })
  }
  return rules
}

function spellings(alias: string): string[] {
  const path = decodeURI(alias)
  if (/\.html?$/.test(path)) return [path]
  const bare = path.replace(/\/$/, '')
  return [bare, `${bare}/`]
}
