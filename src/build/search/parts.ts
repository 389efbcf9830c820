/** What is sorted into the parts of a search index. */
export interface Dated {
  /** ISO 8601 with a zone, or in UTC */
  published: string
}

/** A stretch of the archive that is indexed by itself. */
export interface SearchPart<Page extends Dated> {
  /** `2010s`, `2024`, `2025-q3`, `2025-07` */
  name: string
  pages: Page[]
}

/** From the widest to the narrowest, each by the periods of a moment in UTC. */
const PERIODS: readonly ((published: string) => string)[] = [
  () => 'all',
  (published) => `${published.slice(0, 3)}0s`,
  (published) => published.slice(0, 4),
  (published) => `${published.slice(0, 4)}-q${Math.ceil(Number(published.slice(5, 7)) / 3)}`,
  (published) => published.slice(0, 7),
]

/**
 * Divides pages by the time of publication, the newest part first: into as wide
 * periods as hold no more than `most` of them, but none narrower than a month.
 * How a period is divided follows from its own pages alone, so that a new
 * article, or a change of an old one, leaves all other parts as they were.
 */
export function searchParts<Page extends Dated>(pages: readonly Page[], most: number): SearchPart<Page>[] {
  const divide = (name: string, within: Page[], depth: number): SearchPart<Page>[] => {
    const narrower = PERIODS[depth + 1]
    if (within.length <= most || !narrower) return [{ name, pages: within }]
    const groups = Map.groupBy(within, ({ published }) => narrower(published))
    return [...groups].flatMap(([period, some]) => divide(period, some, depth + 1))
  }
  return pages.length === 0
    ? []
    : divide('all', [...pages], 0)
        .map((part) => ({ part, newest: newestOf(part) }))
        .sort((a, b) => (a.newest < b.newest ? 1 : -1))
        .map(({ part }) => part)
}

function newestOf({ pages }: SearchPart<Dated>): string {
  const published = pages.map((page) => page.published)
  return published.sort().at(-1) ?? ''
}
