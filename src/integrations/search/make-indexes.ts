import { availableParallelism } from 'node:os'
import { close } from 'pagefind'
import { Thread } from '#integrations/thread.ts'
import { type GrowingIndex, type IndexOrder, makeIndex } from './make-index.ts'

/** Each needs the memory of its index: four are enough on any machine. */
const MOST_WORKERS = 4

/** An index that was begun ahead on this thread. */
export interface BegunIndex {
  /** Of its order. */
  folder: string
  /** With all pages of the order, in their order. */
  index: GrowingIndex
  /** Pages that are others now than those in it. */
  changed: readonly string[]
}

/**
 * Makes indexes side by side, on all cores but the one on which Astro makes pages meanwhile; one at a time on this thread.
 * @throws Error when one cannot be made; the others may be half done then
 */
export async function makeIndexes(orders: readonly IndexOrder[], begun?: BegunIndex): Promise<void> {
  const own = orders.find(({ folder }) => folder === begun?.folder)
  // The largest first, so that none is begun last that all wait for.
  const waiting = orders.filter((order) => order !== own).toSorted((a, b) => b.pages.length - a.pages.length)
  const count = Math.min(waiting.length, availableParallelism() - 1, MOST_WORKERS)
  if (own) await begun?.index.finish(own, begun.changed)
  if (count <= 1) {
    // Here, as it takes a while to begin elsewhere.
    for (const order of waiting) await makeIndex(order)
  } else {
    await Promise.all(Array.from({ length: count }, () => work(waiting)))
  }
  await close()
}

async function work(waiting: IndexOrder[]): Promise<void> {
  const thread = new Thread<IndexOrder | undefined, void>(new URL('./index-worker.ts', import.meta.url), {
    // A page at a time is all that it holds; without a limit what was read is kept until memory is short.
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  try {
    for (let order = waiting.shift(); order; order = waiting.shift()) await thread.ask(order)
    await thread.ask(undefined)
  } finally {
    waiting.length = 0
    await thread.end()
  }
}
