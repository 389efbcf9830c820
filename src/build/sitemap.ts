import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sitemap, { type SitemapItem } from '@astrojs/sitemap'
import type { AstroConfig, AstroIntegration } from 'astro'
import { contentDigest } from '#cache/content-digest.ts'
import { moduleFingerprint } from '#cache/program-fingerprint.ts'
import { type MadeFiles, pagePathsOf } from './made-files.ts'
import { checkedLocations, checkSitemap } from './sitemap-check.ts'

const OWN = 'src/build/sitemap.ts'

/** A page's address to what the sitemap tells of it; the route `sitemap-entries.json` writes it. */
type Entries = Record<string, { lastmod?: string; images: string[] }>

export interface SitemapSetting {
  /** The pages that may be in it. */
  made: Pick<MadeFiles, 'files'>
  /** Absolute addresses of sitemaps that others make. */
  others: string[]
  /** Pages in one file, at most. */
  entryLimit?: number
}

/**
 * @astrojs/sitemap with the pages, dates and images that the edition knows of.
 * The package ends a build well though it wrote no file; what came out is
 * checked, and a page that is missing or cannot be read fails the build. Files
 * that are sound are kept in Astro's cache, and used again for the same pages.
 */
export function trueSitemap({ made, others, entryLimit = 45_000 }: SitemapSetting): AstroIntegration {
  let entries: Entries = {}
  let config: AstroConfig
  // Astro tells of those pages alone that were made anew.
  const customPages: string[] = []
  const { hooks } = sitemap({
    namespaces: { news: false, xhtml: false, video: false },
    customSitemaps: others,
    customPages,
    entryLimit,
    filter: (url) => url in entries,
    serialize: (item) => withImages(item, entries[item.url]),
  })
  return {
    name: 'warta-sitemap',
    hooks: {
      ...hooks,
      'astro:config:done': async (options) => {
        config = options.config
        await hooks['astro:config:done']?.(options)
      },
      'astro:build:done': async (options) => {
        const outDir = fileURLToPath(options.dir)
        const file = join(outDir, 'sitemap-entries.json')
        const text = await readFile(file, 'utf8')
        await rm(file)
        entries = JSON.parse(text)
        const front = new URL(config.base, config.site).href.replace(/\/?$/, '/')
        const urls = pagePathsOf(made.files).map((path) => front + encodeURI(path))
        customPages.push(...urls.filter((url) => url in entries).sort(ORDER.compare))

        const cache = join(fileURLToPath(config.cacheDir), 'sitemap')
        const inputs = [moduleFingerprint([OWN]), text, customPages, others, entryLimit]
        const kept = join(cache, contentDigest(JSON.stringify(inputs)).slice(0, 12))
        if (existsSync(kept)) {
          await cp(kept, outDir, { recursive: true, preserveTimestamps: true })
          for (const other of others) await checkedLocations(outDir, basename(other))
          return
        }
        await hooks['astro:build:done']?.(options)
        await checkSitemap(outDir, Object.keys(entries))
        await rm(cache, { recursive: true, force: true })
        await keep(outDir, kept)
      },
    },
  }
}

/** Copies beside `folder` first: one that is there is whole. */
async function keep(outDir: string, folder: string): Promise<void> {
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
function withImages(item: SitemapItem, entry: Entries[string] | undefined): SitemapItem {
  const { lastmod, images = [] } = entry ?? {}
  return { ...item, ...(lastmod && { lastmod }), img: images.map((url) => ({ url })) } as SitemapItem
}
