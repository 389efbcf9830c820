import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { moduleDigest } from '#cache/program-fingerprint.ts'
import { SEARCH_FOLDER } from '#build/build-context.ts'
import { buildOf, type PlannedIndex, planIndexes } from './index-list.ts'
import { IndexMakers } from './index-makers.ts'
import { IndexRecords } from './index-records.ts'
import { GrowingIndex } from './make-index.ts'
import { isSameFacts, type PageFacts } from './page-facts.ts'
import { type BegunIndex, folderOf, renewIndexes } from './renew-indexes.ts'

export interface SearchOptions {
  /** Articles of one index, but for those of a month with more. */
  articlesPerIndex: number
  /** The newest articles, among which every search looks. */
  articlesAtFirst: number
  /** Articles of which what a search shows lies in one file: more make fewer files, and cost a reader more bytes. */
  pagesPerFragment: number
}

export interface SiteIndexesOptions extends SearchOptions {
  /** The folder of the site that is being built. */
  outDir: string
  /** The folder of its caches. */
  caches: string
}

/** What a site's search has come to. */
export interface SearchSummary {
  articles: number
  languages: string[]
  indexes: number
  /** Of the indexes, how many this build has made. */
  made: number
}

/** An article whose page a build is about to render, by what its author wrote. */
export interface ChangedArticle {
  /** The last part of its page's path. */
  slug: string
  /** Its path below the site's base, and what it is sorted by; undefined for one that is gone. */
  now: { path: string; language: string; published: Date } | undefined
}

/** A page as it was read; undefined facts are those of one that search passes over. */
export interface AnalysedPage {
  path: string
  facts: PageFacts | undefined
}

/** With more, so much is to be indexed that there is no use in beginning early. */
const MOST_CHANGES = 20

/** The indexes of a site, in one build. */
export class SiteIndexes {
  readonly #options: SiteIndexesOptions
  readonly #folder: string
  /** The digests of the indexes that this build has made, by `folderOf`. */
  readonly #built = new Map<string, string>()
  readonly #code: string
  /** Pages that were taken before all pages were written. */
  readonly #taken = new Map<string, PageFacts | undefined>()
  readonly #records: IndexRecords
  #whole: ReadonlyMap<string, string> | undefined
  #begun: { folder: string; index: GrowingIndex; pages: readonly PageFacts[] } | undefined
  readonly #makers = new IndexMakers()
  /** What a build from nothing will come to, by what authors wrote. */
  #expected: PlannedIndex[] = []
  /** The digests of the expected indexes that are made or being made; undefined where that has failed. */
  readonly #early = new Map<string, Promise<string | undefined>>()
  #last: { facts: readonly PageFacts[]; summary: SearchSummary } | undefined

  constructor(options: SiteIndexesOptions) {
    const { outDir, caches } = options
    this.#options = options
    this.#folder = join(outDir, SEARCH_FOLDER)
    this.#code = codeDigest(options.pagesPerFragment)
    this.#records = new IndexRecords(this.#folder, caches)
  }

  /**
   * Does what can be done before any page is rendered. Where a single index will change, it begins that index with the
   * pages of the last build. In a build from nothing, it finds out which articles each index will have.
   */
  async prepare(changes: readonly ChangedArticle[], known: readonly PageFacts[]): Promise<void> {
    const { outDir, pagesPerFragment } = this.#options
    const whole = this.#wholeIndexes()
    const isFirst = known.length === 0
    if (!isFirst && (changes.length === 0 || changes.length > MOST_CHANGES)) return
    const planned = planIndexes(expectedOf(known, changes), { ...this.#options, code: this.#code })
    if (isFirst) {
      this.#expected = planned
      return
    }
    const [index, ...others] = planned.filter(
      (index) => whole.get(folderOf(this.#folder, index)) !== index.build,
    )
    if (!index || others.length > 0) return
    const pages = pathsOf(index.pages)
    const begun = await GrowingIndex.open({ language: index.language, pages, pagesPerFragment })
    await begun.add(outDir, pages)
    this.#begun = { folder: folderOf(this.#folder, index), index: begun, pages: index.pages }
  }

  /** As they were when this build began. */
  #wholeIndexes(): ReadonlyMap<string, string> {
    this.#whole ??= this.#records.whole()
    return this.#whole
  }

  /** Takes pages that are most likely written. It begins each index of which all pages have been taken. */
  take(pages: readonly AnalysedPage[]): void {
    for (const { path, facts } of pages) this.#taken.set(path, facts)
    this.#expected = this.#expected.filter((index) => {
      const paths = pathsOf(index.pages)
      const isComplete = paths.every((path) => this.#taken.has(path))
      if (isComplete) {
        this.#makeEarly(
          index,
          paths.flatMap((path) => this.#taken.get(path) ?? []),
        )
      }
      return !isComplete
    })
  }

  #makeEarly({ language, name }: PlannedIndex, pages: readonly PageFacts[]): void {
    const folder = folderOf(this.#folder, { language, name })
    const { outDir, pagesPerFragment } = this.#options
    const order = { outDir, language, pages: pathsOf(pages), folder, pagesPerFragment }
    const build = buildOf(pages, this.#code)
    // An index that cannot be made now is made in the end, and its error is thrown then.
    this.#early.set(
      folder,
      this.#makers.make(order).then(
        () => build,
        () => undefined,
      ),
    )
  }

  /**
   * Makes them, as far as they are not yet.
   * @param facts of all pages that are searched, as they are by now
   */
  async make(facts: readonly PageFacts[]): Promise<SearchSummary> {
    const { outDir, pagesPerFragment } = this.#options
    const last = this.#last
    const isSame =
      last?.facts.length === facts.length && facts.every((page, i) => isSameFacts(page, last.facts[i]))
    if (isSame) return last.summary
    const planned = planIndexes(facts, { ...this.#options, code: this.#code })
    const begun = await this.#usable(planned)
    for (const [folder, build] of this.#early) this.#built.set(folder, (await build) ?? '')
    this.#early.clear()
    const options = {
      outDir,
      whole: this.#wholeIndexes(),
      built: this.#built,
      begun,
      makers: this.#makers,
      pagesPerFragment,
    }
    try {
      const missing = await renewIndexes(this.#folder, planned, options)
      for (const index of missing) this.#built.set(folderOf(this.#folder, index), index.build)
      this.#records.record(planned)
    } finally {
      await this.#makers.end()
    }
    const made = planned.filter((index) => this.#built.get(folderOf(this.#folder, index)) === index.build)
    const languages = [...new Set(planned.map(({ language }) => language))].sort()
    const summary = { articles: facts.length, languages, indexes: planned.length, made: made.length }
    this.#last = { facts, summary }
    return summary
  }

  /** Stores what is known of the indexes for the next build. */
  save(): void {
    this.#records.save()
  }

  /** The index that `prepare` has begun, where it has the right pages. It is given out once. */
  async #usable(planned: readonly PlannedIndex[]): Promise<BegunIndex | undefined> {
    const begun = this.#begun
    this.#begun = undefined
    if (!begun) return undefined
    const { pages = [] } = planned.find((index) => folderOf(this.#folder, index) === begun.folder) ?? {}
    if (!isDeepStrictEqual(pathsOf(pages), pathsOf(begun.pages))) {
      await begun.index.drop()
      return undefined
    }
    const changed = pages.filter((page) => !begun.index.has(page))
    return { ...begun, changed: pathsOf(changed) }
  }
}

function pathsOf(pages: readonly PageFacts[]): string[] {
  return pages.map(({ path }) => path)
}

/** A digest of what no one has read yet. */
const UNKNOWN = ''

/** The pages that will be searched after the changes. */
function expectedOf(known: readonly PageFacts[], changes: readonly ChangedArticle[]): PageFacts[] {
  const slugs = new Set(changes.map(({ slug }) => slug))
  return [
    ...known.filter(({ path }) => !slugs.has(path.split('/').at(-2) ?? '')),
    ...changes.flatMap(({ now }) => {
      if (!now) return []
      const { path, language, published } = now
      return [{ path, language, published: published.toISOString(), digest: UNKNOWN }]
    }),
  ]
}

/** Of Pagefind's version, of the code that decides what it is given, and of how it writes that. */
function codeDigest(pagesPerFragment: number): string {
  const pagefind = readFileSync(findPackageJSON('pagefind', import.meta.url) ?? '', 'utf8')
  const own = moduleDigest(['src/build/search/make-index.ts'])
  return hash('sha256', JSON.stringify([own, pagefind, pagesPerFragment])).slice(0, 12)
}
