import { setTimeout as wait } from 'node:timers/promises'
import { ask } from '../../tests/support/deployed.ts'

interface Habits {
  /** Milliseconds between two questions, and before the first. */
  every: number
  after: number
}

/** Asks for the state of live coverage as a browser does, and fetches what is new. */
export class LiveReader {
  /** When each entry was there, in seconds of `performance.now`. */
  readonly seen = new Map<string, number>()
  /** Answers whose status is neither 200 nor 304. */
  otherAnswers = 0
  readonly #origin: string
  readonly #status: string
  #etag = ''
  #isOver = false

  constructor(origin: string, status: string, { every, after }: Habits) {
    this.#origin = origin
    this.#status = status
    void this.#go(every, after)
  }

  stop(): void {
    this.#isOver = true
  }

  /** Resolves when the state names an entry, whatever this reader does meanwhile. */
  async answersWith(id: string): Promise<void> {
    while (!String((await ask(this.#origin, this.#status)).body).includes(`"${id}"`)) await wait(20)
  }

  async #go(every: number, after: number): Promise<void> {
    await wait(after)
    while (!this.#isOver) {
      await this.#look().catch(() => (this.otherAnswers += 1))
      await wait(every)
    }
  }

  async #look(): Promise<void> {
    const { status, headers, body } = await this.#ask(this.#status, { 'If-None-Match': this.#etag })
    if (status !== 200) return
    this.#etag = headers.etag ?? ''
    const { entries } = JSON.parse(String(body)) as { entries: [string, string][] }
    for (const [id, digest] of entries) {
      if (this.seen.has(id)) continue
      const entry = await this.#ask(`${this.#status.replace('.json', '')}/${id}/${digest}/`)
      if (entry.status === 200) this.seen.set(id, performance.now() / 1000)
    }
  }

  async #ask(path: string, headers: Record<string, string> = {}) {
    const answer = await ask(this.#origin, path, headers)
    if (answer.status !== 200 && answer.status !== 304) this.otherAnswers += 1
    return answer
  }
}
