import type { EntryRecord } from '#moving-in/record.ts'

/** The old address of a label's page. */
export function labelAddress(label: string): string {
  return `/search/label/${encodeURI(label).replace(/[/?#]/g, encodeURIComponent)}`
}

/** What of an address tells one page from another. `?m=1` is the same page for phones. */
export function pathOf({ pathname }: URL): string {
  const label = /^\/search\/label\/([^/]+)\/?$/.exec(pathname)?.[1]
  if (label === undefined) return pathname
  try {
    return labelAddress(decodeURIComponent(label.replaceAll('+', ' ')))
  } catch {
    return pathname
  }
}

/**
 * The label that becomes the category: the first of `wanted` that a post has,
 * else that which most posts have, as a section's is on many and a word on few.
 * The others become tags.
 */
export function chooseLabels(
  labels: readonly string[],
  wanted: readonly string[],
  count: (label: string) => number,
): Pick<EntryRecord, 'category' | 'tags'> {
  const usual = labels.toSorted((a, b) => count(b) - count(a))[0]
  const category = wanted.find((label) => labels.includes(label)) ?? (wanted.length > 0 ? undefined : usual)
  const others = labels.filter((label) => label !== category)
  return {
    category: category === undefined ? undefined : { id: category, name: category },
    tags: others.map((name) => ({ name, oldAddresses: [labelAddress(name)] })),
  }
}
