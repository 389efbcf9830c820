import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createIndex, type PagefindIndex } from 'pagefind'
import { readBuiltPage } from '#integrations/built-page.ts'
import { searchedPage } from './searched-page.ts'

/** One index to be made. */
export interface IndexOrder {
  /** Folder of the site that is being built. */
  outDir: string
  language: string
  /** Their paths below the site's base; the index follows their order. */
  pages: string[]
  /** Where to write to; empty or not there. */
  folder: string
}

/** What the browser needs of Pagefind's output; its own user interfaces stay out. */
const NEEDED = /(^|\/)(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[^/]+|.*\.pf_\w+)$/

/** Makes Pagefind's index of some articles. */
export async function makeIndex({ outDir, language, pages, folder }: IndexOrder): Promise<void> {
  const index = await open(language)
  try {
    let adding: Promise<void> | undefined
    for (const path of pages) {
      // While Pagefind reads one page, the next is made ready.
      const page = searchedPage((await readBuiltPage(outDir, path)) ?? '')
      await adding
      adding = add(index, path, `<html><body>${page?.html ?? ''}</body></html>`)
      // Told where it is waited for.
      adding.catch(() => {})
    }
    await adding
    const { errors, files } = await index.getFiles()
    if (errors.length > 0) throw new Error(`Search cannot write its index: ${errors.join(', ')}`)
    // Without promises: for so many small files they take longer than the writing.
    for (const { path, content } of files) {
      if (!NEEDED.test(path)) continue
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
  } finally {
    await index.deleteIndex()
  }
}

async function add(index: PagefindIndex, path: string, content: string): Promise<void> {
  const { errors } = await index.addHTMLFile({ url: `/${path}`, content })
  if (errors.length > 0) throw new Error(`Search cannot index /${path}: ${errors.join(', ')}`)
}

async function open(language: string): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({
    forceLanguage: language,
    rootSelector: 'html',
    // The title is found as metadata; an excerpt need not repeat it. The # behind a heading is no word of it.
    excludeSelectors: ['h1', '.heading-link'],
  })
  if (!index) throw new Error(`Search cannot make an index: ${errors.join(', ')}`)
  return index
}
