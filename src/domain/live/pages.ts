import { type ListPage, paginate } from '#domain/pagination.ts'
import { entryModifiedAt } from '#domain/publication.ts'
import type { Live, LiveEntry } from './live.ts'

/** The first page of live coverage, which is the article's own, and those of older entries. */
export function livePages({ entries }: Pick<Live, 'entries'>, size: number): ListPage<LiveEntry>[] {
  return paginate(entries, size)
}

/** How many of the newest entries the first page may hold at a time. */
export function mostOnFirst(size: number): number {
  return 2 * size - 1
}

/** The older page that each entry is on, undefined for those of the first, by the entries' ids. */
export function pageOfEntry(live: Pick<Live, 'entries'>, size: number): Map<string, number | undefined> {
  return new Map(livePages(live, size).flatMap(({ items, number }) => items.map(({ id }) => [id, number])))
}

/** When an entry of a page last came or changed; undefined for a page without entries. */
export function newestChange(entries: readonly LiveEntry[]): Date | undefined {
  return entries
    .map(entryModifiedAt)
    .reduce<Date | undefined>((newest, at) => (newest && newest >= at ? newest : at), undefined)
}
