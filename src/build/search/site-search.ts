import { Thread } from '#build/thread.ts'
import type { PageFacts } from './page-facts.ts'
import type { SearchOrder } from './search-worker.ts'
import type { AnalysedPage, ChangedArticle, SearchSummary, SiteIndexesOptions } from './site-indexes.ts'

/** Megabytes: what is known of ten thousand pages are ten; without a limit, pages that were read are kept until memory is short. */
const HEAP = 384

/**
 * Pagefind's indexes of the article bodies, in `/pagefind/{language}/{name}/`:
 * one stemmer a language, and one index for each stretch of time, so that a
 * changed article has the index of its month made and no other. An index
 * that the output folder holds from the last build stays as it is, unless what
 * is in it has changed. `/pagefind/indexes.json` lists them (`IndexList`), by
 * which a page that has been open for long sees that its index is gone.
 *
 * A thread makes them, beside all else that a build does. What it is asked before `finish` saves time alone:
 * what fails then is done in the end.
 */
export class SiteSearch {
  readonly #thread: Thread<SearchOrder, SearchSummary>

  constructor(options: SiteIndexesOptions) {
    this.#thread = new Thread(new URL('./search-worker.ts', import.meta.url), {
      workerData: options,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
  }

  /**
   * Begins the index that will change, before any page is rendered.
   * @param changes what the loader says
   * @param known the pages of the last build
   */
  prepare(changes: readonly ChangedArticle[], known: readonly PageFacts[]): void {
    this.#askEarly({ task: 'prepare', changes, known })
  }

  /** Makes the indexes of which all pages have come by now. */
  take(pages: readonly AnalysedPage[]): void {
    this.#askEarly({ task: 'take', pages })
  }

  /** Makes all indexes, of what are most likely all pages. */
  begin(pages: readonly PageFacts[]): void {
    this.#askEarly({ task: 'begin', pages })
  }

  /** Makes what is not as it must be yet. @param pages all that are searched */
  async finish(pages: readonly PageFacts[]): Promise<SearchSummary> {
    try {
      return await this.#thread.ask({ task: 'finish', pages })
    } finally {
      await this.#thread.end()
    }
  }

  /** Ends its thread, though not all indexes are made. */
  end(): Promise<void> {
    return this.#thread.end()
  }

  #askEarly(order: SearchOrder): void {
    this.#thread.ask(order).catch(() => {})
  }
}

/** What a build says of it. */
export function summaryOf({ articles, languages, made, indexes }: SearchSummary): string {
  return `${articles} articles can be searched, in ${languages.join(', ') || 'no language'}: ${made} of ${indexes} indexes made anew`
}
