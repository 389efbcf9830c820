import { workerData } from 'node:worker_threads'
import { type FillOrder, ReleaseCopy, type ReleaseFolders } from './fill-release.ts'
import { recordRelease } from './published-record.ts'
import { serveThread } from '#build/thread.ts'

const copy = new ReleaseCopy(workerData as ReleaseFolders)

/** To fill the release, or to record what it has come to. */
export type ReleaseOrder = FillOrder | { recordIn: string }

serveThread((order: ReleaseOrder): string[] => {
  if (!('recordIn' in order)) return copy.fill(order)
  recordRelease((workerData as ReleaseFolders).release, order.recordIn)
  return []
})
