import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sitemap, { type SitemapItem } from '@astrojs/sitemap'
import type { AstroIntegration } from 'astro'
import { type MadeFiles, pagePathsOf } from './made-files.ts'
import { checkSitemap } from './sitemap-check.ts'

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
 * checked, and a page that is missing or cannot be read fails the build.
 */
export function trueSitemap({ made, others, entryLimit = 45_000 }: SitemapSetting): AstroIntegration[] {
  let entries: Entries = {}
  let front = ''
  // Astro tells of those pages alone that were made anew.
  const customPages: string[] = []
  return [
    {
      name: 'warta-sitemap-entries',
      hooks: {
        'astro:config:done': ({ config }) => {
          front = new URL(config.base, config.site).href.replace(/\/?$/, '/')
        },
        'astro:build:done': async ({ dir }) => {
          const file = fileURLToPath(new URL('sitemap-entries.json', dir))
          entries = JSON.parse(await readFile(file, 'utf8'))
          await rm(file)
          const urls = pagePathsOf(made.files).map((path) => front + encodeURI(path))
          customPages.push(...urls.sort(ORDER.compare))
        },
      },
    },
    sitemap({
      namespaces: { news: false, xhtml: false, video: false },
      customSitemaps: others,
      customPages,
      entryLimit,
      filter: (url) => url in entries,
      serialize: (item) => withImages(item, entries[item.url]),
    }),
    {
      name: 'warta-sitemap-check',
      hooks: { 'astro:build:done': ({ dir }) => checkSitemap(fileURLToPath(dir), Object.keys(entries)) },
    },
  ]
}

/** The package's own, which it asks for with each comparison; what is in order already is sorted in no time. */
const ORDER = new Intl.Collator('en', { numeric: true })

/** The package hands all that it is given to its writer, whose `img` its type leaves out. */
function withImages(item: SitemapItem, entry: Entries[string] | undefined): SitemapItem {
  const { lastmod, images = [] } = entry ?? {}
  return { ...item, ...(lastmod && { lastmod }), img: images.map((url) => ({ url })) } as SitemapItem
}
