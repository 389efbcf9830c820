import { subscribe } from 'node:diagnostics_channel'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { MadeFiles } from '#build/made-files.ts'
import { Thread } from '#build/thread.ts'
import type { SearchOrder } from './search-worker.ts'
import type { ChangedArticle, SearchOptions, SearchSummary, SiteIndexesOptions } from './site-indexes.ts'

/** Megabytes: what is known of ten thousand pages are ten; without a limit, pages that were read are kept until memory is short. */
const HEAP = 384

/**
 * Pagefind's indexes of the article bodies, in `/pagefind/{language}/{name}/`:
 * one stemmer a language, and one index for each stretch of time, so that a
 * changed article has the index of its month made anew and no other. An index
 * that the output folder holds from the last build stays as it is, unless what
 * is in it has changed. `/pagefind/indexes.json` lists them (`IndexList`), by
 * which a page that has been open for long sees that its index is gone.
 *
 * A thread looks at what is there while the site's program is bundled, and begins an index that is to be made anew. It
 * makes them when all pages are made, beside the making of the endpoints,
 * and looks at all again when that is done. It may yet be at work when all else is done: who needs
 * the indexes waits for `made.apart`.
 * @param channel of Node's, over which a list of `ChangedArticle` is told before the build starts
 */
export function searchIndex(options: SearchOptions, made: MadeFiles, channel: string): AstroIntegration {
  let changes: readonly ChangedArticle[] = []
  let settings: SiteIndexesOptions
  let thread: Thread<SearchOrder, SearchSummary> | undefined
  const ask = (order: SearchOrder) => {
    thread ??= new Thread(new URL('./search-worker.ts', import.meta.url), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    return thread.ask(order)
  }
  // What fails now is done in the end.
  const askEarly = (order: SearchOrder) => void ask(order).catch(() => {})
  return {
    name: 'warta-search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        subscribe(channel, (message) => (changes = message as ChangedArticle[]))
        settings = {
          ...options,
          outDir: fileURLToPath(config.outDir),
          caches: fileURLToPath(config.cacheDir),
        }
        made.early.on('some', (files) => askEarly({ task: 'read', files }))
        made.early.on('pages', (files, anew) => askEarly({ task: 'begin', files, anew }))
      },
      // Content is read by now.
      'astro:build:start': () => askEarly({ task: 'prepare', changes }),
      'astro:build:generated': ({ logger }) => {
        const making = ask({ task: 'end', files: made.files, anew: made.anew })
          .then((summary) => logger.info(told(summary)))
          .finally(() => thread?.end())
        // Told to whoever waits for it, unless something else has failed before.
        making.catch(() => {})
        made.apart.push(making)
      },
    },
  }
}

function told({ articles, languages, made, indexes }: SearchSummary): string {
  return `${articles} articles can be searched, in ${languages.join(', ') || 'no language'}: ${made} of ${indexes} indexes made anew`
}
