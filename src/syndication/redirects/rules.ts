import type { Links } from '#domain/links.ts'
import { type AllMoved, isFolder } from '#domain/moved.ts'
import { numberInAlias } from '#domain/numbered-alias.ts'

/** What a web server must know to send readers on; every path is from the host's root. */
export interface RedirectRules {
  /** The front page's, where WordPress's numbers arrive. */
  front: string
  paths: { from: string; to: string }[]
  /** Folders below which everything has moved, those with longer paths first; paths go before them. */
  folders: { from: string; to: string }[]
  numbers: { number: number; to: string }[]
  /** Where `/?feed=rss2` leads; absent for an outlet that never had it. */
  feed?: string
  /** Where `/?s=words` leads, with its query. */
  search?: string
}

/** Queries in which WordPress's numbers come. */
export const NUMBER_KEYS = ['p', 'page_id', 'attachment_id'] as const

/** Rules for old addresses: a folder with its slash and without, a file as it is; percent-encoded. */
export function rulesFor({ pages, lists }: AllMoved, links: Links): RedirectRules {
  const rules: RedirectRules = { front: links.front(), paths: [], folders: [], numbers: [] }
  for (const { from, to } of lists) {
    if (isFolder(from)) rules.folders.push({ from: encodeURI(links.written(`${bareOf(from)}/`)), to })
  }
  rules.folders.sort((a, b) => b.from.length - a.from.length)
  for (const { from, to } of [...pages, ...lists]) {
    const number = numberInAlias(from)
    if (number !== undefined) rules.numbers.push({ number, to })
    else for (const path of spellings(from)) rules.paths.push({ from: encodeURI(links.written(path)), to })
  }
  return rules
}

function spellings(alias: string): string[] {
  const path = decodeURI(alias)
  if (/\.html?$/.test(path)) return [path]
  const bare = bareOf(path)
  return [bare, `${bare}/`]
}

function bareOf(alias: string): string {
  return decodeURI(alias).replace(/\/(index\.html)?$/, '')
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
