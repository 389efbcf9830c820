import { parentPort } from 'node:worker_threads'
import { close } from 'pagefind'
import { type IndexOrder, makeIndex } from './make-index.ts'

// Each worker starts a Pagefind of its own, which keeps one core busy; an empty order ends both.
parentPort?.on('message', async (order: IndexOrder | undefined) => {
  if (!order) {
    await close()
    parentPort?.close()
    return
  }
  try {
    await makeIndex(order)
    parentPort?.postMessage({ done: true })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
