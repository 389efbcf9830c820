/** One page of a list, newest first. */
export interface ListPage<T> {
  items: T[]
  /** Absent on the list's first page, which holds the newest. Counts from the oldest. */
  number?: number | undefined
  /** Page towards the newer items: undefined where there is none, 'first' for the list's own address. */
  newer?: number | 'first' | undefined
  older?: number | undefined
}

/**
 * Cuts a list into pages of `size`, full ones counted from the oldest item, so
 * that a new item changes the first page alone. What does not fill a page stays
 * on the first, which holds from `size` to `2 * size - 1` items. An empty list
 * has one empty page.
 */
export function paginate<T>(newestFirst: readonly T[], size: number): ListPage<T>[] {
  const total = newestFirst.length
  const full = countOlderPages(total, size)
  const firstCount = total - full * size
  const pages: ListPage<T>[] = [{ items: newestFirst.slice(0, firstCount), older: full || undefined }]
  for (let number = full; number >= 1; number--) {
    const start = firstCount + (full - number) * size
    pages.push({
      items: newestFirst.slice(start, start + size),
      number,
      newer: number === full ? 'first' : number + 1,
      older: number > 1 ? number - 1 : undefined,
    })
  }
  return pages
}

/** How many pages a list of so many items has beside its first. */
export function countOlderPages(items: number, size: number): number {
  return Math.max(0, Math.floor(items / size) - 1)
}

/**
 * The pages of several lists, as a route wants them: `page` in the params is
 * the address's end, `page/2`. What a page shows beside its list comes from `propsOf`.
 */
export function listPaths<Subject, T, Props extends object>(
  subjects: readonly Subject[],
  size: number,
  listOf: (subject: Subject) => { params: Record<string, string>; items: readonly T[] | undefined },
  propsOf: (subject: Subject, page: ListPage<T>) => Props,
) {
  return subjects.flatMap((subject) => {
    const { params, items = [] } = listOf(subject)
    return paginate(items, size).map((page) => ({
      params: { ...params, page: page.number === undefined ? undefined : `page/${page.number}` },
      props: { subject, page, ...propsOf(subject, page) },
    }))
  })
}
