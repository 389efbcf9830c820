import { availableParallelism } from 'node:os'
import { Thread } from '#build/thread.ts'
import { closePagefind } from './close-pagefind.ts'
import { type IndexOrder, makeIndex } from './make-index.ts'

/** Each needs the memory of its index: four are enough on any machine. */
const MOST_MAKERS = 4

type Maker = (order: IndexOrder) => Promise<void>

interface Waiting {
  order: IndexOrder
  resolve: () => void
  reject: (error: unknown) => void
}

/** Makes indexes side by side, on all cores but the one on which Astro makes pages meanwhile. */
export class IndexMakers {
  readonly #most = Math.max(1, Math.min(availableParallelism() - 1, MOST_MAKERS))
  #waiting: Waiting[] = []
  #idle: Maker[] = []
  #threads: Thread<IndexOrder | undefined, void>[] = []
  #count = 0

  /**
   * Resolves when an index is made. Those that are asked for first are begun first.
   * @throws Error when it cannot be made; it may be half done then
   */
  make(order: IndexOrder): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order, resolve, reject })
      this.#begin()
    })
  }

  /** Lets go what it needed for all that was asked for. What is not begun by then is not made. */
  async end(): Promise<void> {
    const threads = this.#threads
    this.#waiting = []
    this.#threads = []
    this.#idle = []
    this.#count = 0
    await Promise.all(threads.map((thread) => thread.ask(undefined).finally(() => thread.end())))
    await closePagefind()
  }

  #begin(): void {
    const maker = this.#waiting.length > 0 ? (this.#idle.pop() ?? this.#open()) : undefined
    const next = maker && this.#waiting.shift()
    if (!next) return
    maker(next.order)
      .then(next.resolve, next.reject)
      .finally(() => {
        this.#idle.push(maker)
        this.#begin()
      })
  }

  #open(): Maker | undefined {
    if (this.#count === this.#most) return undefined
    // The first here, as it takes a while to begin elsewhere.
    if (this.#count++ === 0) return makeIndex
    const thread = new Thread<IndexOrder | undefined, void>(new URL('./index-worker.ts', import.meta.url), {
      // A page at a time is all that it holds; without a limit what was read is kept until memory is short.
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    this.#threads.push(thread)
    return (order) => thread.ask(order)
  }
}
