import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sitemap, { type SitemapItem } from '@astrojs/sitemap'
import type { AstroIntegration, HookParameters } from 'astro'
import { contentDigest } from '#cache/content-digest.ts'
import { moduleFingerprint } from '#cache/program-fingerprint.ts'
import type { SitemapEntries } from './bridge.ts'
import { checkedLocations, checkSitemap } from './sitemap-check.ts'

const OWN = 'src/build/sitemap.ts'

export interface SitemapOptions {
  /** Absolute addresses of sitemaps that others make. */
  others: readonly string[]
  /** Pages in one file, at most. */
  entryLimit?: number
  /** Whether pages may name others that are the same in other languages. */
  hasAlternates?: boolean
}

/** What of a finished site the sitemap is made from. */
export interface SitemapSource {
  entries: SitemapEntries
  /** All pages of the site, by their absolute addresses. */
  pages: readonly string[]
}

type SitemapHooks = Pick<AstroIntegration['hooks'], 'astro:routes:resolved' | 'astro:config:done'>

/**
 * @astrojs/sitemap with the pages, dates and images that the edition knows of.
 * The package ends a build well though it wrote no file; what came out is
 * checked, and a page that is missing or cannot be read fails the build. Files
 * that are sound are kept in Astro's cache, and used again for the same pages.
 */
export class Sitemap {
  readonly #options: Required<SitemapOptions>
  readonly #package: AstroIntegration
  // Astro tells of those pages alone that it has rendered.
  readonly #pages: string[] = []
  #entries: SitemapEntries = {}

  constructor({ others, entryLimit = 45_000, hasAlternates = false }: SitemapOptions) {
    this.#options = { others, entryLimit, hasAlternates }
    this.#package = sitemap({
      namespaces: { news: false, xhtml: hasAlternates, video: false },
      customSitemaps: [...others],
      customPages: this.#pages,
      entryLimit,
      filter: (url) => url in this.#entries,
      serialize: (item) => withMore(item, this.#entries[item.url]),
    })
  }

  /** The package's own, but for the last, in which it writes. */
  get hooks(): SitemapHooks {
    return this.#package.hooks
  }

  /**
   * Writes the files into a finished site.
   * @param options as Astro calls its hook with
   * @param caches the folder of the output's caches
   * @throws Error when a page is missing, or a file cannot be read by search engines
   */
  async write(
    options: HookParameters<'astro:build:done'>,
    caches: string,
    { entries, pages }: SitemapSource,
  ): Promise<void> {
    const { others, entryLimit, hasAlternates } = this.#options
    const site = fileURLToPath(options.dir)
    // Those of an earlier build of this process.
    for (const file of await readdir(site)) if (NAME.test(file)) await rm(join(site, file))
    this.#entries = entries
    this.#pages.length = 0
    this.#pages.push(...pages.filter((url) => url in entries).sort(ORDER.compare))

    const cache = join(caches, 'sitemap')
    const inputs = [moduleFingerprint([OWN]), entries, this.#pages, others, entryLimit, hasAlternates]
    const stored = join(cache, contentDigest(JSON.stringify(inputs)).slice(0, 12))
    if (existsSync(stored)) {
      await cp(stored, site, { recursive: true, preserveTimestamps: true })
      for (const other of others) await checkedLocations(site, basename(other))
      return
    }
    await this.#package.hooks['astro:build:done']?.(options)
    await checkSitemap(site, Object.keys(entries))
    await rm(cache, { recursive: true, force: true })
    await store(site, stored)
  }
}

/** Copies beside `folder` first: one that is there is whole. */
async function store(outDir: string, folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`
  await mkdir(unfinished, { recursive: true })
  for (const file of await readdir(outDir)) {
    if (NAME.test(file)) await cp(join(outDir, file), join(unfinished, file), { preserveTimestamps: true })
  }
  await rename(unfinished, folder)
}

/** What the package calls its files. */
const NAME = /^sitemap-(\d+|index)\.xml$/

/** The package's own, which it asks for with each comparison; what is in order already is sorted in no time. */
const ORDER = new Intl.Collator('en', { numeric: true })

/** The package hands all that it is given to its writer, whose `img` its type leaves out. */
function withMore(item: SitemapItem, entry: SitemapEntries[string] | undefined): SitemapItem {
  const { lastmod, images = [], alternates } = entry ?? {}
  return {
    ...item,
    ...(lastmod && { lastmod }),
    ...(alternates && { links: alternates }),
    img: images.map((url) => ({ url })),
  } as SitemapItem
}
