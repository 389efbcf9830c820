import { type FilterName, FILTERS } from './request.ts'

/** Articles by filter and value, `{ category: { politics: 12 } }`. */
export type FilterCounts = Partial<Record<FilterName, Record<string, number>>>

/** A longer list helps nobody to choose. */
const MOST_VALUES = 60

/** The counts of several indexes as those of one. */
export function mergeCounts(all: FilterCounts[]): FilterCounts {
  const merged: FilterCounts = {}
  for (const counts of all) {
    for (const name of FILTERS) {
      const values = counts[name]
      if (!values) continue
      const into = { ...merged[name] }
      for (const [value, count] of Object.entries(values)) into[value] = (into[value] ?? 0) + count
      merged[name] = into
    }
  }
  return merged
}

/**
 * What a filter offers: the values that would find something, and the one that
 * is chosen whatever it finds. The most frequent ones where there are many, in
 * the order in which a reader looks for them.
 */
export function valuesOf(
  name: FilterName,
  counts: Record<string, number>,
  chosen: string | undefined,
  locale: string,
): { value: string; count: number }[] {
  const values = Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .filter(({ value, count }) => count > 0 && value !== chosen)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_VALUES)
  if (chosen) values.push({ value: chosen, count: counts[chosen] ?? 0 })
  const byName = new Intl.Collator(locale, { numeric: true })
  const newestFirst = name === 'year' ? -1 : 1
  return values.sort((a, b) => newestFirst * byName.compare(a.value, b.value))
}
