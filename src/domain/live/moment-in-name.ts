const NAME = /^(\d{4}-\d{2}-\d{2})-([01]\d|2[0-3])([0-5]\d)([0-5]\d)?(?:-(.+))?$/

/**
 * The local time that an entry's name begins with, `2026-11-29T19:04` of `2026-11-29-1904` or `2026-11-29-1904-goal`, as
 * a front matter would give it; seconds may follow the minutes. Undefined for a name that begins otherwise.
 */
export function momentInName(id: string): string | undefined {
  const [, date, hour, minute, second] = NAME.exec(id) ?? []
  if (date === undefined) return undefined
  return `${date}T${hour}:${minute}${second === undefined ? '' : `:${second}`}`
}

/** The place of an entry among those of the same moment, by the number at its name's end: 1 where there is none. */
export function numberInName(id: string): number {
  const [, date, , , , rest = ''] = NAME.exec(id) ?? []
  const words = date === undefined ? `-${id}` : `-${rest}`
  return Number(/-(\d{1,3})$/.exec(words)?.[1] ?? 1)
}
