import { workerData } from 'node:worker_threads'
import { serveThread } from '#build/thread.ts'
import type { PageFacts } from './page-facts.ts'
import {
  type AnalysedPage,
  type ChangedArticle,
  type SearchSummary,
  SiteIndexes,
  type SiteIndexesOptions,
} from './site-indexes.ts'

/** To `take` what is most likely done; to `begin` with what is most likely all, and to `finish` with all. */
export type SearchOrder =
  | { task: 'prepare'; changes: readonly ChangedArticle[]; known: readonly PageFacts[] }
  | { task: 'take'; pages: readonly AnalysedPage[] }
  | { task: 'begin' | 'finish'; pages: readonly PageFacts[] }

const indexes = new SiteIndexes(workerData as SiteIndexesOptions)

serveThread(async (order: SearchOrder): Promise<SearchSummary | undefined> => {
  switch (order.task) {
    case 'prepare':
      return void (await indexes.prepare(order.changes, order.known))
    case 'take':
      return void indexes.take(order.pages)
    case 'begin':
      return indexes.make(order.pages)
    case 'finish': {
      const summary = await indexes.make(order.pages)
      indexes.save()
      return summary
    }
  }
})
