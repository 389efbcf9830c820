import { hash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { filesIn } from '#integrations/files-in.ts'
import { type MadeFiles, pagePathsOf } from '#integrations/made-files.ts'
import {
  type IndexList,
  listed,
  type PlannedIndex,
  planIndexes,
  readIndexList,
  writeIndexList,
} from './index-list.ts'
import { makeIndexes } from './make-indexes.ts'
import { readPageFacts } from './page-facts.ts'

/** Pagefind's programs, which the browser takes from the newest index of a language alone; packed copies too. */
const PROGRAMS = /^(pagefind\.js|pagefind-worker\.js|wasm\..+)(\.br|\.gz)?$/

export interface SearchOptions {
  /** Articles of one index, but for those of a month with more. */
  articlesPerIndex: number
  /** The newest articles, among which every search looks. */
  articlesAtFirst: number
}

/**
 * Pagefind's indexes of the article bodies, in `/pagefind/{language}/{name}/`:
 * one stemmer a language, and one index for each stretch of time, so that a
 * changed article has the index of its month made anew and no other. An index
 * that the output folder holds from the last build stays as it is, unless what
 * is in it has changed. `/pagefind/indexes.json` lists them (`IndexList`), by
 * which a page that has been open for long sees that its index is gone.
 *
 * They are made beside all that comes after the making of the pages: who needs
 * them waits for `made.apart`.
 */
export function searchIndex(
  { articlesPerIndex, articlesAtFirst }: SearchOptions,
  made: MadeFiles,
): AstroIntegration {
  let cacheDir = ''
  const make = async (outDir: string) => {
    const code = await digestOfCode()
    const facts = await readPageFacts(outDir, pagePathsOf(made), {
      cache: join(cacheDir, 'searched-pages.json'),
      code,
    })
    const planned = planIndexes(facts, { articlesPerIndex, articlesAtFirst, code })
    const renewed = await renew(join(outDir, 'pagefind'), outDir, planned)
    const languages = [...new Set(planned.map(({ language }) => language))].sort()
    return `${facts.length} articles can be searched, in ${languages.join(', ') || 'no language'}: ${renewed} of ${planned.length} indexes made anew`
  }
  return {
    name: 'warta-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheDir = fileURLToPath(config.cacheDir)
      },
      'astro:build:generated': ({ dir, logger }) => {
        const making = make(fileURLToPath(dir)).then((words) => logger.info(words))
        // Told to whoever waits for it, unless something else has failed before.
        making.catch(() => {})
        made.apart.push(making)
      },
    },
  }
}

/** Makes what is not there yet and takes away what is no more; returns how many were made. */
async function renew(folder: string, outDir: string, planned: readonly PlannedIndex[]): Promise<number> {
  const list = listed(planned)
  const file = join(folder, 'indexes.json')
  const before = await readIndexList(file)
  // Until all is done nothing in the folder can be taken for whole.
  await rm(file, { force: true })

  const isThere = (index: PlannedIndex) => {
    const last = before[index.language]?.find(({ name }) => name === index.name)
    const hasPrograms = isNewest(before, index) || !isNewest(list, index)
    return last?.build === index.build && hasPrograms && isWhole(join(folder, index.language, index.name))
  }
  const kept = planned.filter(isThere)
  const missing = planned.filter((index) => !kept.includes(index))
  await removeAllBut(folder, kept)
  await makeIndexes(
    missing.map(({ language, name, pages }) => ({
      ...{ outDir, language, folder: join(folder, language, name) },
      pages: pages.map(({ path }) => path),
    })),
  )
  for (const index of planned) {
    if (!isNewest(list, index)) await removePrograms(join(folder, index.language, index.name))
  }
  await writeIndexList(file, list)
  return missing.length
}

/** After a power cut a file may be there, and empty. */
function isWhole(folder: string): boolean {
  return filesIn(folder).every((file) => lstatSync(join(folder, file)).size > 0)
}

/** Only the newest of a language has Pagefind's programs beside it. */
function isNewest(list: IndexList, { language, name }: PlannedIndex): boolean {
  return list[language]?.[0]?.name === name
}

async function removeAllBut(folder: string, kept: readonly PlannedIndex[]): Promise<void> {
  const paths = new Set(kept.map(({ language, name }) => join(language, name)))
  for (const language of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, language))) {
      if (!paths.has(join(language, name))) await rm(join(folder, language, name), { recursive: true })
    }
    if ((await namesIn(join(folder, language))).length === 0)
      await rm(join(folder, language), { recursive: true })
  }
}

async function removePrograms(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) if (PROGRAMS.test(name)) await rm(join(folder, name))
}

/** What lies in a folder; nothing where there is none, or a file. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
}

/** Of Pagefind's version, and of the files that decide what it is given. */
async function digestOfCode(): Promise<string> {
  const own = ['./searched-page.ts', './make-index.ts'].map((file) => new URL(file, import.meta.url))
  const files = [...own, findPackageJSON('pagefind', import.meta.url) ?? '']
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return hash('sha256', texts.join('\0')).slice(0, 12)
}
