import { COLLECTIONS, type NewsroomFiles } from './read-newsroom.ts'
import type { Source } from './source.ts'

/** A name that must be one file's alone, and where it stands. */
export interface Named {
  source: Source
  name: string
  /** What identifies it, where the name itself does not. */
  key?: string
  path: (string | number)[]
}

/** The old addresses that a file's fields name. */
export function aliasesOf(source: Source): Named[] {
  return aliasesAt(source, 'aliases')
}

/** The old addresses of tags, each with the name of its tag as the first step of its path. */
export function tagAliasesOf({ tags }: Pick<NewsroomFiles, 'tags'>): Named[] {
  return tags ? Object.keys(tags.data).flatMap((tag) => aliasesAt(tags, tag)) : []
}

/** The old addresses that all files name. */
export function allAliases(files: Pick<NewsroomFiles, 'sources' | 'tags'>): Named[] {
  const sources = COLLECTIONS.flatMap((collection) => files.sources[collection])
  return [...sources.flatMap(aliasesOf), ...tagAliasesOf(files)]
}

function aliasesAt(source: Source, field: string): Named[] {
  const aliases = source.data[field]
  if (!Array.isArray(aliases)) return []
  return aliases.flatMap((name, i) =>
    typeof name === 'string' ? [{ source, name, key: addressOf(name), path: [field, i] }] : [],
  )
}

/**
 * An alias in the form in which file systems and servers compare addresses: `/Old/index.html`, `/old` and `/old/` are
 * one. A query stays as it is.
 */
export function addressOf(alias: string): string {
  const [written = '', ...query] = alias.split(/(?=\?)/)
  let path = written
  try {
    path = decodeURI(written)
  } catch {
    // The schema says so.
  }
  return sameCase(path)
    .replace(/\/index\.html\/?$/, '/')
    .replace(/\/?$/, '/')
    .concat(...query)
}

/** A name as a file system that knows no case tells it from others. */
export function sameCase(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
