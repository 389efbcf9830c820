import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileStamp } from '#file-stamp.ts'
import { builtPageFile } from '#integrations/built-page.ts'
import { searchedPage } from './searched-page.ts'

/** An article's page, as far as it matters which index it belongs to and whether that is still true. */
export interface PageFacts {
  /** Below the site's base. */
  path: string
  language: string
  /** ISO 8601 */
  published: string
  /** Of what is searched in it. */
  digest: string
}

/** What is known of a page, while the file has that stamp. */
export interface KnownPage {
  stamp: string
  /** Null for a page that search passes over. */
  facts: Omit<PageFacts, 'path'> | null
}

/**
 * Reads which of the built pages are searched. A page that is the same file as
 * when `cache` was written, or when it was read before, is not read again.
 * @param known what was read before in this build, by file
 * @param code a digest of whatever decides what is searched
 */
export async function readPageFacts(
  outDir: string,
  paths: readonly string[],
  { cache, code, known = new Map() }: { cache: string; code: string; known?: ReadonlyMap<string, KnownPage> },
): Promise<PageFacts[]> {
  const kept = await readKept(cache, code)
  const pages: Record<string, KnownPage> = {}
  const found: PageFacts[] = []
  for (const path of paths) {
    const file = builtPageFile(outDir, path)
    const stamp = stampOf(file)
    const page = [known.get(file), kept[file]].find((page) => page?.stamp === stamp) ?? readPage(file)
    if (!page) continue
    pages[file] = page
    if (page.facts) found.push({ path, ...page.facts })
  }
  await mkdir(dirname(cache), { recursive: true })
  await writeFile(`${cache}.part`, JSON.stringify({ code, pages }))
  await rename(`${cache}.part`, cache)
  return found
}

/** Undefined for a file that is not there. */
export function readPage(file: string): KnownPage | undefined {
  // Without promises: for so many small files they take longer than the looking.
  const stamp = stampOf(file)
  if (stamp === undefined) return undefined
  const page = searchedPage(readFileSync(file, 'utf8'))
  if (!page) return { stamp, facts: null }
  const { language, published, html } = page
  return { stamp, facts: { language, published, digest: hash('sha256', html) } }
}

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && fileStamp(stat)
}

async function readKept(cache: string, code: string): Promise<Record<string, KnownPage>> {
  try {
    const kept = JSON.parse(await readFile(cache, 'utf8')) as { code?: string; pages?: Record<string, KnownPage> }
    return (kept.code === code && kept.pages) || {}
  } catch {
    return {}
  }
}
