import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { EarlyReading } from '#integrations/early-reading.ts'
import { pagePathsOf } from '#integrations/made-files.ts'
import { Thread } from '#integrations/thread.ts'
import { listed, planIndexes } from './index-list.ts'
import { type KnownPage, readPageFacts } from './page-facts.ts'
import { renewIndexes } from './renew-indexes.ts'

export interface SearchOptions {
  /** Articles of one index, but for those of a month with more. */
  articlesPerIndex: number
  /** The newest articles, among which every search looks. */
  articlesAtFirst: number
}

/** Megabytes: a page at a time is all that is held. */
const HEAP = 256

interface Folders {
  /** Of the site that is being built. */
  outDir: string
  /** A file that lasts from build to build. */
  cache: string
}

/** The indexes of a site, in one build. */
export class SiteIndexes {
  readonly #options: SearchOptions
  readonly #folders: Folders
  readonly #known = new Map<string, KnownPage>()
  readonly #made = new Set<string>()
  #list = ''
  #begun: Promise<unknown> = Promise.resolve()
  readonly #early = new EarlyReading(async () => {
    const thread = new Thread<string[], KnownPage[]>(new URL('./page-facts-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    const read = async (files: readonly string[]) => {
      const paths = files.map((file) => join(this.#folders.outDir, file))
      const pages = await thread.ask(paths)
      for (const [i, path] of paths.entries()) if (pages[i]) this.#known.set(path, pages[i])
    }
    return { read, end: () => thread.end() }
  })

  constructor(options: SearchOptions, folders: Folders) {
    this.#options = options
    this.#folders = folders
  }

  /** Looks into files of the site that are most likely done. */
  read(files: readonly string[]): void {
    this.#early.read(files.filter((file) => file.endsWith('index.html')))
  }

  /** Begins to make them of pages that are most likely done, and all that there will be. */
  begin(files: readonly string[]): void {
    // What fails now is tried again in the end.
    this.#begun = this.#make(files).catch(() => {})
  }

  /**
   * Makes them, as far as they are not yet.
   * @param files all of the site
   * @returns what was done, in words
   */
  async end(files: readonly string[]): Promise<string> {
    await this.#begun
    const { articles, planned } = await this.#make(files)
    const languages = [...new Set(planned.map(({ language }) => language))].sort()
    return `${articles} articles can be searched, in ${languages.join(', ') || 'no language'}: ${this.#made.size} of ${planned.length} indexes made anew`
  }

  async #make(files: readonly string[]) {
    const { outDir, cache } = this.#folders
    await this.#early.end()
    const code = await digestOfCode()
    const facts = await readPageFacts(outDir, pagePathsOf(files), { cache, code, known: this.#known })
    const planned = planIndexes(facts, { ...this.#options, code })
    const list = JSON.stringify(listed(planned))
    if (list !== this.#list) {
      const made = await renewIndexes(join(outDir, 'pagefind'), outDir, planned)
      for (const { language, name } of made) this.#made.add(`${language}/${name}`)
    }
    this.#list = list
    return { articles: facts.length, planned }
  }
}

/** Of Pagefind's version, and of the files that decide what it is given. */
async function digestOfCode(): Promise<string> {
  const own = ['./searched-page.ts', './make-index.ts'].map((file) => new URL(file, import.meta.url))
  const files = [...own, findPackageJSON('pagefind', import.meta.url) ?? '']
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return hash('sha256', texts.join('\0')).slice(0, 12)
}
