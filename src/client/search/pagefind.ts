/** The part of Pagefind's browser API that is used here; see its docs, "Searching with the Pagefind API". */
export interface Pagefind {
  createInstance(
    options: PagefindIndexOptions & { basePath: string; excerptEllipsis: string },
  ): PagefindInstance
}

interface PagefindIndexOptions {
  /** What all articles of an index are filtered by. */
  mergeFilter: { index: string }
}

export interface PagefindInstance {
  /** Fetches what a search for this will need. */
  preload(query: string): Promise<void>
  /** Takes in another index, by the address of its folder. */
  mergeIndex(basePath: string, options: PagefindIndexOptions): Promise<void>
  /** Ordered by score, whatever `sort` says, as soon as there are several indexes. */
  search(query: string | null, options: PagefindOptions): Promise<PagefindAnswer>
  /** Of all articles. Until it has been called, answers come without counts. */
  filters(): Promise<Record<string, Record<string, number>>>
  destroy(): Promise<void>
}

interface PagefindOptions {
  filters: Partial<Record<string, string | { any: readonly string[] }>>
  sort?: { date: 'desc' }
}

export interface PagefindAnswer {
  results: PagefindResult[]
  /** Counts of what was found; those of `mergeFilter` come at any time. */
  filters: Record<string, Record<string, number>>
}

export interface PagefindResult {
  score: number
  /** Places in the text where it was found. */
  words: number[]
  /** Metadata in which it was found. */
  matchedMetaFields?: string[]
  data(): Promise<PagefindData>
}

export interface PagefindData {
  url: string
  /** HTML: text with its entities, and `mark` around what was found. */
  excerpt: string
  meta: Record<string, string | undefined>
  /** What was found below each heading that has an id; before the first one, at the page's own address. */
  sub_results: { title: string; url: string; weighted_locations: { balanced_score: number }[] }[]
}
