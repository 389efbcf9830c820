import { workerData } from 'node:worker_threads'
import { type FillOrder, ReleaseCopy, type ReleaseFolders } from './fill-release.ts'
import { recordRelease } from './published-record.ts'
import { serveThread } from '#build/thread.ts'

const copy = new ReleaseCopy(workerData as ReleaseFolders)

/** To fill the release, to keep a folder of the published site in it, or to record what it has come to. */
export type ReleaseOrder = FillOrder | { keepPublished: string } | { recordIn: string }

serveThread((order: ReleaseOrder): string[] => {
  if ('keepPublished' in order) copy.keepPublished(order.keepPublished)
  else if (!('recordIn' in order)) return copy.fill(order)
  else recordRelease((workerData as ReleaseFolders).release, order.recordIn)
  return []
})
