import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds between two looks. */
const EVERY = 5
const PATIENCE = 120_000

/** A site as a web server on loopback answers. */
export class Served {
  readonly #origin: string

  constructor(port: number) {
    this.#origin = `http://127.0.0.1:${port}`
  }

  /** What is answered now; empty where nothing is there. */
  async body(path: string): Promise<string> {
    const response = await fetch(this.#origin + path, { cache: 'no-store' })
    const body = await response.text()
    return response.ok ? body : ''
  }

  /** Resolves when the answer is the one that is waited for. @throws Error when it does not come */
  async until(path: string, isNew: (body: string) => boolean): Promise<void> {
    const end = performance.now() + PATIENCE
    while (!isNew(await this.body(path))) {
      if (performance.now() > end) throw new Error(`${path} has not changed.`)
      await wait(EVERY)
    }
  }
}
