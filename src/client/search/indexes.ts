import type { Pagefind, PagefindAnswer, PagefindInstance } from './pagefind.ts'
import type { Filters } from './request.ts'
import './trusted-worker.ts'

/** One of the site's indexes, as `indexes.json` lists them; src/build/search/index-list.ts makes the list. */
interface ListedIndex {
  name: string
  build: string
  articles: number
  /** `YYYY-MM` of the oldest article. */
  since: string
  atFirst: boolean
}

/** The indexes of each language, the newest first. */
type IndexList = Record<string, ListedIndex[]>

/** The site's list of its indexes, as it is now; rejects when it cannot be had. */
export async function fetchIndexList(folder: string): Promise<IndexList> {
  const response = await fetch(`${folder}indexes.json`, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`no search index: ${response.status}`)
  return (await response.json()) as IndexList
}

/** The indexes of one language, as one instance of Pagefind: those to begin with, and the older ones when asked for. */
export class LanguageIndexes {
  /** That are open, the newest first. */
  readonly open: ListedIndex[] = []
  private waiting: ListedIndex[]

  private constructor(
    readonly language: string,
    readonly instance: PagefindInstance,
    private readonly folder: string,
    indexes: readonly ListedIndex[],
  ) {
    this.waiting = [...indexes]
  }

  /** @param attempt tells an opening from the ones before: browsers remember that a module could not be loaded */
  static async of(language: string, indexes: readonly ListedIndex[], folder: string, attempt: number) {
    const [newest, ...others] = indexes
    if (!newest) throw new Error(`no search index in ${language}`)
    const basePath = `${folder}${language}/${newest.name}/`
    const address = `${basePath}pagefind.js?${newest.build}-${attempt}`
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind
    const instance = pagefind.createInstance({
      ...{ basePath, excerptEllipsis: '…' },
      mergeFilter: { index: newest.name },
    })
    const opened = new LanguageIndexes(language, instance, folder, others)
    // Rejects where that much cannot be had: merging would wait for it without end.
    await instance.preload('')
    opened.open.push(newest)
    await opened.merge(({ atFirst }) => atFirst)
    return opened
  }

  /** How many articles are in indexes that are not open. */
  get older(): number {
    return this.waiting.reduce((sum, { articles }) => sum + articles, 0)
  }

  /** `YYYY-MM` from which on all articles are in open ones; undefined where all there are are. */
  get wholeSince(): string | undefined {
    return this.waiting.length > 0 ? this.open.at(-1)?.since : undefined
  }

  /** Names of the open indexes that have a word itself, in any of the forms that its language gives it. */
  async having(word: string): Promise<string[]> {
    // In quotes a word is found by its stem alone, and never by another one that begins like it.
    const { filters } = await this.instance.search(`"${word}"`, { filters: {} })
    return Object.entries(filters.index ?? {}).flatMap(([name, count]) => (count > 0 ? [name] : []))
  }

  /** What those of the open indexes find that have these names. */
  async search(query: string | null, filters: Filters, names: readonly string[]): Promise<PagefindAnswer> {
    if (names.length === 0) return { results: [], filters: {} }
    const some = names.length < this.open.length && { index: { any: names } }
    return this.instance.search(query, { filters: { ...filters, ...some } })
  }

  async openOlder(): Promise<void> {
    await this.merge(() => true)
  }

  private async merge(wanted: (index: ListedIndex) => boolean): Promise<void> {
    const merged = this.waiting.filter(wanted)
    this.waiting = this.waiting.filter((index) => !merged.includes(index))
    await Promise.all(
      merged.map(({ name }) =>
        // By this filter one of the indexes can be asked alone.
        this.instance.mergeIndex(`${this.folder}${this.language}/${name}/`, { mergeFilter: { index: name } }),
      ),
    )
    this.open.push(...merged)
  }
}
