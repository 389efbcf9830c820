import { hash } from 'node:crypto'
import { statSync } from 'node:fs'
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

type Known = Record<string, { stamp: string; facts: PageFacts | null }>

/**
 * Reads which of the built pages are searched. A page that is the same file as
 * when `cache` was written, by its times, size and inode, is not read again;
 * `code` is a digest of whatever decides what is searched.
 */
export async function readPageFacts(
  outDir: string,
  paths: readonly string[],
  { cache, code }: { cache: string; code: string },
): Promise<PageFacts[]> {
  const known = await readKnown(cache, code)
  const pages: Known = {}
  for (const path of paths) {
    const file = builtPageFile(outDir, path)
    const stamp = stampOf(file)
    if (stamp === undefined) continue
    const before = known[file]
    pages[file] = before?.stamp === stamp ? before : { stamp, facts: await factsOf(file, path) }
  }
  await mkdir(dirname(cache), { recursive: true })
  await writeFile(`${cache}.part`, JSON.stringify({ code, pages }))
  await rename(`${cache}.part`, cache)
  return Object.values(pages).flatMap(({ facts }) => facts ?? [])
}

async function factsOf(file: string, path: string): Promise<PageFacts | null> {
  const page = searchedPage(await readFile(file, 'utf8'))
  if (!page) return null
  const { language, published, html } = page
  return { path, language, published, digest: hash('sha256', html) }
}

// Without a promise: for so many small files they take longer than the looking.
function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && fileStamp(stat)
}

async function readKnown(cache: string, code: string): Promise<Known> {
  try {
    const kept = JSON.parse(await readFile(cache, 'utf8')) as { code?: string; pages?: Known }
    return (kept.code === code && kept.pages) || {}
  } catch {
    return {}
  }
}
