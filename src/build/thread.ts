import { once } from 'node:events'
import { parentPort, Worker, type WorkerOptions } from 'node:worker_threads'

/** A thread that is given orders, one after the other, each of which it answers with one message; `serveThread` is its other side. */
export class Thread<Order, Answer> {
  readonly #worker: Worker
  #last: Promise<unknown> = Promise.resolve()
  #failure: unknown

  /** @param file whose code it runs */
  constructor(file: URL, options?: WorkerOptions) {
    this.#worker = new Worker(file, options)
    this.#worker.once('error', (error) => (this.#failure = error))
    this.#worker.once(
      'exit',
      () => (this.#failure ??= new Error('A thread has ended before its work was done.')),
    )
  }

  /** @throws what the thread has thrown over this order, or ended with */
  ask(order: Order): Promise<Answer> {
    const answer = this.#last.then(async () => {
      if (this.#failure) throw this.#failure
      this.#worker.postMessage(order)
      const { answer, error } = await this.#reply()
      if (error !== undefined) throw new Error(error)
      return answer as Answer
    })
    this.#last = answer.catch(() => {})
    return answer
  }

  async #reply(): Promise<Reply<Answer>> {
    const done = new AbortController()
    const ended = once(this.#worker, 'exit', done).then(() => {
      throw this.#failure
    })
    try {
      const [reply] = await Promise.race([once(this.#worker, 'message', done), ended])
      return reply
    } finally {
      ended.catch(() => {})
      done.abort()
    }
  }

  async end(): Promise<void> {
    await this.#last
    await this.#worker.terminate()
  }
}

/** Has a thread do one thing. @param file whose code it runs */
export async function askOnce<Order, Answer>(file: URL, order: Order): Promise<Answer> {
  const thread = new Thread<Order, Answer>(file)
  try {
    return await thread.ask(order)
  } finally {
    await thread.end()
  }
}

interface Reply<Answer> {
  answer?: Answer
  error?: string
}

/** In a thread: answers each order that it is given. */
export function serveThread<Order, Answer>(answer: (order: Order) => Answer | Promise<Answer>): void {
  parentPort?.on('message', async (order: Order) => {
    try {
      parentPort?.postMessage({ answer: await answer(order) } satisfies Reply<Answer>)
    } catch (error) {
      parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
    }
  })
}
