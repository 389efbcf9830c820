import { hash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { cacheValue } from '#cache/caches.ts'
import { type FileIdentity, identityFrom } from '#cache/file-identity.ts'
import type { CacheValue } from '#cache/cache-value.ts'
import { builtPageFile } from '#build/built-page.ts'
import { ownCopy } from '#build/own-copy.ts'
import { searchedPage } from '#build/analyse/searched-page.ts'

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
  identity: FileIdentity
  /** Null for a page that search passes over. */
  facts: Omit<PageFacts, 'path'> | null
}

/**
 * What search knows of built pages, kept from build to build. A page that is
 * the same file as when it was read is not read again.
 */
export class KnownPages {
  readonly #outDir: string
  readonly #cache: CacheValue<Record<string, KnownPage>>
  /** By their paths. */
  #pages: Record<string, KnownPage>
  /** Those that were looked at in this build. */
  readonly #seen = new Map<string, KnownPage>()

  /**
   * @param outDir the folder of the site
   * @param caches the folder of its caches
   */
  constructor(outDir: string, caches: string) {
    this.#outDir = outDir
    this.#cache = cacheValue('searchedPages', caches)
    this.#pages = this.#cache.read() ?? {}
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
    const identity = identityFrom(stat)
    const before = Object.hasOwn(this.#pages, path) ? this.#pages[path] : undefined
    const known = before?.identity === identity ? before : { identity, facts: readFacts(file) }
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
  keep(): void {
    this.#cache.write(this.#pages)
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
