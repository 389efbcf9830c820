import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createIndex, type PagefindIndex } from 'pagefind'
import { readBuiltPage } from '#build/built-page.ts'
import { searchedPage } from '#build/analyse/searched-page.ts'
import { contentDigest } from '#cache/content-digest.ts'
import type { PageFacts } from './page-facts.ts'

/** One index to be made. */
export interface IndexOrder {
  /** Folder of the site that is being built. */
  outDir: string
  language: string
  /** Their paths below the site's base; the index follows their order. */
  pages: string[]
  /** Where to write to; empty or not there. */
  folder: string
  /** Pages of which what is shown lies in one file. */
  pagesPerFragment: number
}

/** What the browser needs of Pagefind's output; its own user interfaces stay out. */
const NEEDED = /(^|\/)(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[^/]+|.*\.pf_\w+)$/

/** Makes Pagefind's index of some articles. */
export async function makeIndex(order: IndexOrder): Promise<void> {
  const index = await GrowingIndex.open(order)
  await index.finish(order, order.pages)
}

/** An index of Pagefind's that is not written yet. */
export class GrowingIndex {
  readonly #index: PagefindIndex
  /** Of what was searched in each page when it was taken in, by the page's path. */
  readonly #digests = new Map<string, string>()

  private constructor(index: PagefindIndex) {
    this.#index = index
  }

  /** @param order its pages are counted, and not read yet */
  static async open({
    language,
    pages,
    pagesPerFragment,
  }: Pick<IndexOrder, 'language' | 'pages' | 'pagesPerFragment'>): Promise<GrowingIndex> {
    const { index, errors } = await createIndex({
      forceLanguage: language,
      ...(pagesPerFragment > 1 && { maxFragments: Math.ceil(pages.length / pagesPerFragment) }),
      rootSelector: 'html',
      // The title is found as metadata; an excerpt need not repeat it.
      excludeSelectors: ['h1'],
    })
    if (!index) throw new Error(`Search cannot make an index: ${errors.join(', ')}`)
    return new GrowingIndex(index)
  }

  /**
   * Takes pages in, as they are now: each in the place that it has already, or behind all others. Pagefind holds one
   * page of an address. One that is not there keeps its place, empty.
   * @param pages their paths below the site's base
   */
  async add(outDir: string, pages: readonly string[]): Promise<void> {
    let adding: Promise<void> | undefined
    for (const path of pages) {
      // While Pagefind reads one page, the next is made ready.
      const page = searchedPage((await readBuiltPage(outDir, path)) ?? '')
      this.#digests.set(path, page ? contentDigest(page.html) : '')
      await adding
      adding = this.#add(path, `<html><body>${page?.html ?? ''}</body></html>`)
      // Told where it is waited for.
      adding.catch(() => {})
    }
    await adding
  }

  /** Whether it has a page as that is now: one may have been on its way to the disk when it was taken in. */
  has({ path, digest }: Pick<PageFacts, 'path' | 'digest'>): boolean {
    return this.#digests.get(path) === digest
  }

  /** Takes in the pages that it does not have yet as they are; writes the index, and lets it go. */
  async finish({ outDir, folder }: IndexOrder, missing: readonly string[]): Promise<void> {
    try {
      await this.add(outDir, missing)
      const { errors, files } = await this.#index.getFiles()
      if (errors.length > 0) throw new Error(`Search cannot write its index: ${errors.join(', ')}`)
      // Without promises: for so many small files they take longer than the writing.
      for (const { path, content } of files) {
        if (!NEEDED.test(path)) continue
        const file = join(folder, path)
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, content)
      }
    } finally {
      await this.drop()
    }
  }

  async drop(): Promise<void> {
    await this.#index.deleteIndex()
  }

  async #add(path: string, content: string): Promise<void> {
    const { errors } = await this.#index.addHTMLFile({ url: `/${path}`, content })
    if (errors.length > 0) throw new Error(`Search cannot index /${path}: ${errors.join(', ')}`)
  }
}
