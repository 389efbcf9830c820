import { workerData } from 'node:worker_threads'
import { serveThread } from '#integrations/thread.ts'
import { type SearchSummary, SiteIndexes, type SiteIndexesOptions } from './site-indexes.ts'

export interface SearchOrder {
  /** `read` what is most likely done; `begin` with what is most likely all; `end` with all. */
  task: 'read' | 'begin' | 'end'
  files: readonly string[]
}

const indexes = new SiteIndexes(workerData as SiteIndexesOptions)

serveThread(async ({ task, files }: SearchOrder): Promise<SearchSummary | undefined> => {
  if (task === 'read') return void (await indexes.read(files))
  const summary = await indexes.make(files)
  if (task === 'end') await indexes.keep()
  return summary
})
