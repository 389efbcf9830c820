import { serveThread } from '#build/thread.ts'
import { closePagefind } from './close-pagefind.ts'
import { type IndexOrder, makeIndex } from './make-index.ts'

// Each thread starts a Pagefind of its own, which keeps one core busy; an empty order ends that.
serveThread((order: IndexOrder | undefined) => (order ? makeIndex(order) : closePagefind()))
