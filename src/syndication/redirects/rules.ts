import type { Links } from '#domain/links.ts'
import type { AllMoved } from '#domain/moved.ts'
import { isFolder } from '#domain/old-paths.ts'
import { numberInAlias } from '#domain/numbered-alias.ts'
import { type QueryAlias, queryInAlias } from '#domain/query-alias.ts'

/** What a web server must know to send readers on; every path is from the host's root. */
export interface RedirectRules {
  /** The front page's, where WordPress's numbers arrive. */
  front: string
  paths: { from: string; to: string }[]
  /** Folders below which everything has moved, those with longer paths first; paths go before them. */
  folders: { from: string; to: string }[]
  numbers: { number: number; to: string }[]
  /** Addresses that a query tells apart, by the names in it: those of more names first. */
  queries: QueryRules[]
  /** Where `/?feed=rss2` leads; absent for an outlet that never had it. */
  feed?: string
  /** Where `/?s=words` leads, with its query. */
  search?: string
}

/** Old addresses whose queries have the same names. */
export interface QueryRules {
  names: readonly string[]
  /** `path` is from the host's root; `values` are as they were written, in the order of the names. */
  addresses: { path: string; values: readonly string[]; to: string }[]
}

/** Queries in which WordPress's numbers come. */
export const NUMBER_KEYS = ['p', 'page_id', 'attachment_id'] as const

/** Rules for old addresses: a folder with its slash and without, a file as it is; percent-encoded. */
export function rulesFor({ pages, lists }: AllMoved, links: Links): RedirectRules {
  const rules: RedirectRules = { front: links.front(), paths: [], folders: [], numbers: [], queries: [] }
  for (const { from, to } of lists) {
    if (isFolder(from)) rules.folders.push({ from: encodeURI(links.written(`${bareOf(from)}/`)), to })
  }
  rules.folders.sort((a, b) => b.from.length - a.from.length)
  for (const { from, to } of [...pages, ...lists]) {
    const number = numberInAlias(from)
    const asked = queryInAlias(from)
    if (number !== undefined) rules.numbers.push({ number, to })
    else if (asked) addQuery(rules.queries, asked, to, links)
    else for (const path of spellings(from)) rules.paths.push({ from: encodeURI(links.written(path)), to })
  }
  rules.queries.sort((a, b) => b.names.length - a.names.length)
  return rules
}

function addQuery(all: QueryRules[], { path, query }: QueryAlias, to: string, links: Links): void {
  const sorted = query.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const names = sorted.map(([name]) => name)
  const known = all.find((one) => one.names.join('&') === names.join('&'))
  const rules = known ?? { names, addresses: [] }
  if (!known) all.push(rules)
  const values = sorted.map(([, value]) => value)
  // A program's name, `/read.php`, has no slash behind it.
  const paths = path === '/' || /\.\w+$/.test(path) ? [decodeURI(path)] : spellings(path)
  for (const one of paths) rules.addresses.push({ path: encodeURI(links.written(one)), values, to })
}

function spellings(alias: string): string[] {
  const path = decodeURI(alias)
  if (/\.html?$/.test(path)) return [path]
  const bare = bareOf(path)
  return [bare, `${bare}/`]
}

function bareOf(alias: string): string {
  return decodeURI(alias).replace(/\/(index\.html\/?)?$/, '')
}

/**
 * A regular expression, in words that nginx and Go both know and without a backslash, for every request below a folder
 * as browsers send it; its only group is what stands behind the folder, without the query.
 * @param named syntax of the group's beginning
 */
export function requestBelow(folder: string, group: string): string {
  const escaped = folder.replace(/[.*+?$()]/g, '[$&]').replace(/%[\dA-F]{2}/g, '(?i:$&)')
  return `^${escaped}${group}[^?]*)`
}
