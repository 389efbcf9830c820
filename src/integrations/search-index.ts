import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex, type PagefindIndex } from 'pagefind'
import { readBuiltPage } from './built-page.ts'

/** Set by the article page: what is searched, and the language that its words are stemmed by. */
const SEARCHED = /data-pagefind-body data-search-lang="([^"]+)"/
/** What the browser needs of Pagefind's output; its own user interfaces stay out. */
const NEEDED = /(^|\/)(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.[^/]+|.*\.pf_\w+)$/

/**
 * Pagefind's index of the article bodies, one for each language of the
 * articles: in one index Pagefind would take the words' language from the
 * page's chrome, and stem English as Indonesian. The folders are
 * `/pagefind/{language}/`, and `/pagefind/languages.json` names each one's
 * build, by which a page that has been open for long sees that its index is
 * gone: `{"en": "en_b5ab6dba95"}`.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'warta-search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages, logger }) => {
        const outDir = fileURLToPath(dir)
        const indexes = new Map<string, PagefindIndex>()
        try {
          // In one order on every machine: the index's bytes depend on it.
          for (const pathname of pages.map((page) => page.pathname).sort()) {
            const html = await readBuiltPage(outDir, pathname)
            const language = SEARCHED.exec(html ?? '')?.[1]?.split('-')[0]
            if (html === undefined || language === undefined) continue
            const index = indexes.get(language) ?? (await open(language))
            indexes.set(language, index)
            const { errors } = await index.addHTMLFile({ url: `/${pathname}`, content: html })
            if (errors.length > 0) throw new Error(`Search cannot index /${pathname}: ${errors.join(', ')}`)
          }
          const languages = [...indexes.keys()].sort()
          const builds: Record<string, string> = {}
          for (const [language, index] of indexes) {
            builds[language] = await writeIndex(index, join(outDir, 'pagefind', language))
          }
          await mkdir(join(outDir, 'pagefind'), { recursive: true })
          await writeFile(join(outDir, 'pagefind', 'languages.json'), JSON.stringify(builds, languages))
          logger.info(`indexed the articles in ${languages.join(', ') || 'no language'}`)
        } finally {
          await close()
        }
      },
    },
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

/** @returns the name of Pagefind's top file, which changes with whatever is indexed. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<string> {
  const { errors, files } = await index.getFiles()
  if (errors.length > 0) throw new Error(`Search cannot write its index: ${errors.join(', ')}`)
  for (const { path, content } of files) {
    if (!NEEDED.test(path)) continue
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  const top = files.map(({ path }) => /^pagefind\.(\w+)\.pf_meta$/.exec(path)?.[1]).find(Boolean)
  if (top === undefined) throw new Error(`Search wrote no index to ${folder}.`)
  return top
}
