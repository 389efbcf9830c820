import { workerData } from 'node:worker_threads'
import { type FillOrder, ReleaseCopy, type ReleaseFolders } from './fill-release.ts'
import { serveThread } from './thread.ts'

const copy = new ReleaseCopy(workerData as ReleaseFolders)

serveThread((order: FillOrder): string[] => copy.fill(order))
