import { mkdir, writeFile } from 'node:fs/promises'
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
    for (const path of pages) {
      const page = searchedPage((await readBuiltPage(outDir, path)) ?? '')
      const content = `<html><body>${page?.html ?? ''}</body></html>`
      const { errors } = await index.addHTMLFile({ url: `/${path}`, content })
      if (errors.length > 0) throw new Error(`Search cannot index /${path}: ${errors.join(', ')}`)
    }
    const { errors, files } = await index.getFiles()
    if (errors.length > 0) throw new Error(`Search cannot write its index: ${errors.join(', ')}`)
    for (const { path, content } of files) {
      if (!NEEDED.test(path)) continue
      const file = join(folder, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    }
  } finally {
    await index.deleteIndex()
  }
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
