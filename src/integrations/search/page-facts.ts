import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileStamp } from '#file-stamp.ts'
import { builtPageFile } from '#integrations/built-page.ts'
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
  readonly #outDir: string
  readonly #cache: string
  readonly #code: string
  /** By their paths. */
  #pages: Record<string, KnownPage>
  /** Those that were looked at in this build. */
  readonly #seen = new Map<string, KnownPage>()

  private constructor(outDir: string, cache: string, code: string, pages: Record<string, KnownPage>) {
    this.#outDir = outDir
    this.#cache = cache
    this.#code = code
    this.#pages = pages
  }

  /**
   * @param outDir the folder of the site
   * @param cache a file; one that is missing or damaged is as good as an empty one
   * @param code a digest of whatever decides what is searched
   */
  static async of(outDir: string, cache: string, code: string): Promise<KnownPages> {
    return new KnownPages(outDir, cache, code, await readKept(cache, code))
  }

  /** Looks at all pages that are known; those that are searched. What the build makes must be looked at again. */
  look(): PageFacts[] {
    return Object.keys(this.#pages).flatMap((path) => {
      const facts = this.read(path)?.facts
      return facts ? [{ path, ...facts }] : []
    })
  }

  /** Looks into a page; undefined where there is none. @param path below the site's base */
  read(path: string): KnownPage | undefined {
    const file = builtPageFile(this.#outDir, path)
    // Without promises: for so many small files they take longer than the looking.
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) return undefined
    const stamp = fileStamp(stat)
    const before = Object.hasOwn(this.#pages, path) ? this.#pages[path] : undefined
    const known = before?.stamp === stamp ? before : { stamp, facts: readFacts(file) }
    this.#pages[path] = known
    this.#seen.set(path, known)
    return known
  }

  /** Those of the pages that are searched; undefined where one of them was not looked at in this build. */
  seen(paths: readonly string[]): PageFacts[] | undefined {
    const found: PageFacts[] = []
    for (const path of paths) {
      const page = this.#seen.get(path)
      if (!page) return undefined
      if (page.facts) found.push({ path, ...page.facts })
    }
    return found
  }

  /**
   * Those of the pages that are searched; others are forgotten.
   * @param paths of all pages
   * @param anew those that the build has made, maybe since they were looked at
   */
  factsOf(paths: readonly string[], anew: ReadonlySet<string>): PageFacts[] {
    const pages: Record<string, KnownPage> = {}
    const found: PageFacts[] = []
    for (const path of paths) {
      const page = (anew.has(path) ? undefined : this.#seen.get(path)) ?? this.read(path)
      if (page) pages[path] = page
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
