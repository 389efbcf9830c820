import { workerData } from 'node:worker_threads'
import { serveThread } from '#build/thread.ts'
import {
  type ChangedArticle,
  type SearchSummary,
  SiteIndexes,
  type SiteIndexesOptions,
} from './site-indexes.ts'

/** To `read` what is most likely done; to `begin` with what is most likely all, and to `end` with all. */
export type SearchOrder =
  | { task: 'prepare'; changes: readonly ChangedArticle[] }
  | { task: 'read'; files: readonly string[] }
  | { task: 'begin' | 'end'; files: readonly string[]; anew: readonly string[] }

const indexes = new SiteIndexes(workerData as SiteIndexesOptions)

serveThread(async (order: SearchOrder): Promise<SearchSummary | undefined> => {
  switch (order.task) {
    case 'prepare':
      return void (await indexes.prepare(order.changes))
    case 'read':
      return void indexes.read(order.files)
    case 'begin':
      return indexes.make(order.files, order.anew)
    case 'end': {
      const summary = await indexes.make(order.files, order.anew)
      indexes.keep()
      return summary
    }
  }
})
