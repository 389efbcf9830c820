import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { MadeFiles } from '#integrations/made-files.ts'
import { type SearchOptions, SiteIndexes } from './site-indexes.ts'

/**
 * Pagefind's indexes of the article bodies, in `/pagefind/{language}/{name}/`:
 * one stemmer a language, and one index for each stretch of time, so that a
 * changed article has the index of its month made anew and no other. An index
 * that the output folder holds from the last build stays as it is, unless what
 * is in it has changed. `/pagefind/indexes.json` lists them (`IndexList`), by
 * which a page that has been open for long sees that its index is gone.
 *
 * They are begun when all pages are made, beside the making of the endpoints,
 * and looked at again when that is done. They may yet be at it when all else is: who needs
 * them waits for `made.apart`.
 */
export function searchIndex(options: SearchOptions, made: MadeFiles): AstroIntegration {
  let indexes: SiteIndexes
  return {
    name: 'warta-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        indexes = new SiteIndexes(options, {
          outDir: fileURLToPath(config.outDir),
          cache: join(fileURLToPath(config.cacheDir), 'searched-pages.json'),
        })
        made.early.on('some', (files) => indexes.read(files))
        made.early.on('pages', (files) => indexes.begin(files))
      },
      'astro:build:generated': ({ logger }) => {
        const making = indexes.end(made.files).then((words) => logger.info(words))
        // Told to whoever waits for it, unless something else has failed before.
        making.catch(() => {})
        made.apart.push(making)
      },
    },
  }
}
