import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sitemap from '@astrojs/sitemap'
import type { AstroIntegration } from 'astro'
import { readBuiltPage } from './built-page.ts'

const UPDATED = /<meta property="og:updated_time" content="([^"]+)"/
const HIDDEN = /<meta name="robots" content="noindex"/

/**
 * @astrojs/sitemap with the true `lastmod` of each page, as the page itself
 * says it, and without the pages that ask not to be indexed. Fails the build
 * when no sitemap came out, which the package alone passes over.
 */
export function trueSitemap({ base }: { base: string }): AstroIntegration[] {
  let outDir = ''
  const pathOf = (url: string) => new URL(url).pathname.slice(base.length)
  return [
    {
      name: 'warta-sitemap-folder',
      hooks: {
        'astro:config:done': ({ config }) => {
          outDir = fileURLToPath(config.outDir)
        },
      },
    },
    sitemap({
      namespaces: { news: false, xhtml: false, video: false },
      filter: (url) => !pathOf(url).startsWith('fragments/'),
      serialize: async (item) => {
        const html = await readBuiltPage(outDir, pathOf(item.url))
        if (html === undefined || HIDDEN.test(html)) return undefined
        const lastmod = UPDATED.exec(html)?.[1]
        return lastmod ? { ...item, lastmod } : item
      },
    }),
    {
      name: 'warta-sitemap-check',
      hooks: { 'astro:build:done': ({ dir }) => access(join(fileURLToPath(dir), 'sitemap-index.xml')) },
    },
  ]
}
