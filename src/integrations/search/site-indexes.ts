import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { pagePathsOf } from '#integrations/made-files.ts'
import { listed, planIndexes } from './index-list.ts'
import { KnownPages } from './page-facts.ts'
import { renewIndexes } from './renew-indexes.ts'

export interface SearchOptions {
  /** Articles of one index, but for those of a month with more. */
  articlesPerIndex: number
  /** The newest articles, among which every search looks. */
  articlesAtFirst: number
}

export interface SiteIndexesOptions extends SearchOptions {
  /** The folder of the site that is being built. */
  outDir: string
  /** A file that lasts from build to build. */
  cache: string
}

/** What a site's search has come to. */
export interface SearchSummary {
  articles: number
  languages: string[]
  indexes: number
  /** Of the indexes, how many this build has made. */
  made: number
}

/** The indexes of a site, in one build. */
export class SiteIndexes {
  readonly #options: SiteIndexesOptions
  readonly #made = new Set<string>()
  #known: Promise<{ code: string; pages: KnownPages }> | undefined
  #list = ''

  constructor(options: SiteIndexesOptions) {
    this.#options = options
  }

  /** Looks into files of the site that are most likely done. */
  async read(files: readonly string[]): Promise<void> {
    const { pages } = await this.#read()
    for (const file of files) if (file.endsWith('index.html')) pages.read(join(this.#options.outDir, file))
  }

  /** Makes them, as far as they are not yet. @param files all of the site, as it is by now */
  async make(files: readonly string[]): Promise<SearchSummary> {
    const { outDir } = this.#options
    const { code, pages } = await this.#read()
    const facts = pages.factsOf(outDir, pagePathsOf(files))
    const planned = planIndexes(facts, { ...this.#options, code })
    const list = JSON.stringify(listed(planned))
    if (list !== this.#list) {
      const made = await renewIndexes(join(outDir, 'pagefind'), outDir, planned)
      for (const { language, name } of made) this.#made.add(`${language}/${name}`)
    }
    this.#list = list
    const languages = [...new Set(planned.map(({ language }) => language))].sort()
    return { articles: facts.length, languages, indexes: planned.length, made: this.#made.size }
  }

  /** Keeps what is known of the pages for the next build. */
  async keep(): Promise<void> {
    const { pages } = await this.#read()
    await pages.keep()
  }

  #read() {
    this.#known ??= digestOfCode().then(async (code) => ({
      code,
      pages: await KnownPages.of(this.#options.cache, code),
    }))
    return this.#known
  }
}

/** Of Pagefind's version, and of the files that decide what it is given. */
async function digestOfCode(): Promise<string> {
  const own = ['./searched-page.ts', './make-index.ts'].map((file) => new URL(file, import.meta.url))
  const files = [...own, findPackageJSON('pagefind', import.meta.url) ?? '']
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return hash('sha256', texts.join('\0')).slice(0, 12)
}
