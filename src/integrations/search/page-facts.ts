import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileStamp } from '#file-stamp.ts'
import { builtPageFile, builtPagePath } from '#integrations/built-page.ts'
import { ownCopy } from '#integrations/own-copy.ts'
import { keepFile } from '#keep-file.ts'
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

interface KnownPage {
  stamp: string
  /** Null for a page that search passes over. */
  facts: Omit<PageFacts, 'path'> | null
}

/**
 * What search knows of built pages, kept from build to build. A page that is
 * the same file as when it was read, by its times, size and inode, is not read again.
 */
export class KnownPages {
  readonly #cache: string
  readonly #code: string
  #pages: Record<string, KnownPage>
  /** Those that were looked at in this build. */
  readonly #seen = new Map<string, KnownPage>()

  private constructor(cache: string, code: string, pages: Record<string, KnownPage>) {
    this.#cache = cache
    this.#code = code
    this.#pages = pages
  }

  /**
   * @param cache a file; one that is missing or damaged is as good as an empty one
   * @param code a digest of whatever decides what is searched
   */
  static async of(cache: string, code: string): Promise<KnownPages> {
    return new KnownPages(cache, code, await readKept(cache, code))
  }

  /** Looks at all pages that are known; those that are searched. What the build makes must be looked at again. */
  look(outDir: string): PageFacts[] {
    return Object.keys(this.#pages).flatMap((file) => {
      const facts = this.read(file)?.facts
      return facts ? [{ path: builtPagePath(outDir, file), ...facts }] : []
    })
  }

  /** Looks into a page; undefined where there is none. @param file its path on disk */
  read(file: string): KnownPage | undefined {
    // Without promises: for so many small files they take longer than the looking.
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) return undefined
    const stamp = fileStamp(stat)
    const before = this.#pages[file]
    const known = before?.stamp === stamp ? before : { stamp, facts: readFacts(file) }
    this.#pages[file] = known
    this.#seen.set(file, known)
    return known
  }

  /**
   * Those of the pages that are searched; others are forgotten.
   * @param paths of all pages
   * @param anew those that the build has made, maybe since they were looked at
   */
  factsOf(outDir: string, paths: readonly string[], anew: ReadonlySet<string>): PageFacts[] {
    const pages: Record<string, KnownPage> = {}
    const found: PageFacts[] = []
    for (const path of paths) {
      const file = builtPageFile(outDir, path)
      const page = (anew.has(path) ? undefined : this.#seen.get(file)) ?? this.read(file)
      if (page) pages[file] = page
      if (page?.facts) found.push({ path, ...page.facts })
    }
    this.#pages = pages
    return found
  }

  /** Keeps it for the next build. */
  keep(): Promise<void> {
    return keepFile(this.#cache, JSON.stringify({ code: this.#code, pages: this.#pages }))
  }
}

/** Whether a page is searched as it was. */
export function isSameFacts(one: PageFacts, other: PageFacts | undefined): boolean {
  return (['path', 'digest', 'published', 'language'] as const).every((key) => one[key] === other?.[key])
}

function readFacts(file: string): KnownPage['facts'] {
  const page = searchedPage(readFileSync(file, 'utf8'))
  if (!page) return null
  const { language, published, html } = page
  return { language: ownCopy(language), published: ownCopy(published), digest: hash('sha256', html) }
}

async function readKept(cache: string, code: string): Promise<Record<string, KnownPage>> {
  try {
    const kept = JSON.parse(await readFile(cache, 'utf8')) as {
      code?: string
      pages?: Record<string, KnownPage>
    }
    return (kept.code === code && kept.pages) || {}
  } catch {
    return {}
  }
}
