import type { IncomingMessage } from 'node:http'
import type { Clock } from '#publisher/clock.ts'
import type { Log } from '#publisher/log.ts'
import { askedOf } from './push-event.ts'
import { verifyDelivery } from './verify-delivery.ts'

/** What is answered, as one line. */
export interface Answer {
  status: number
  text: string
}

interface HookOptions {
  secret: string
  branch: string
  clock: Clock
  log: Log
  onPush: () => void
}

/** Bytes of the largest delivery: that of a push of thousands of files. What is larger, the next look finds. */
const LARGEST = 5 * 1024 * 1024
/** How many deliveries are read at a time. */
const AT_ONCE = 4
/** How many deliveries are known again. */
const REMEMBERED = 1000
/** Milliseconds in which a reason for refusing is logged once. */
const QUIET_MS = 60_000

/**
 * Takes deliveries of a webhook, and believes those that are signed. However many come, the work is bounded: they are
 * read a few at a time, and all that they ask for is a look at the repository, of which there is one at a time.
 */
export class HookReceiver {
  readonly #options: HookOptions
  #reading = 0
  readonly #known = new Set<string>()
  readonly #refusals = new Map<string, number>()

  constructor(options: HookOptions) {
    this.#options = options
  }

  async receive(request: IncomingMessage): Promise<Answer> {
    if (this.#reading >= AT_ONCE) return this.#refuse(503, 'too many deliveries come at once')
    this.#reading++
    try {
      const body = await bodyOf(request)
      return body === undefined
        ? this.#refuse(413, `it is larger than ${LARGEST / 1024 / 1024} MB`)
        : this.#judge(request, body)
    } catch {
      return this.#refuse(400, 'it broke off')
    } finally {
      this.#reading--
    }
  }

  #judge({ headers }: IncomingMessage, body: Buffer): Answer {
    const { secret, branch, clock, log, onPush } = this.#options
    const verdict = verifyDelivery({ headers, body }, secret, clock.now())
    if ('refused' in verdict) return this.#refuse(401, verdict.refused)
    if (this.#known.has(verdict.mark))
      return { status: 200, text: 'This delivery has come before: nothing is done.' }
    const asked = askedOf(headers, verdict.payload, branch)
    if ('malformed' in asked) return this.#refuse(400, asked.malformed)
    this.#remember(verdict.mark)
    if ('ignored' in asked) return { status: 200, text: `Nothing is done: ${asked.ignored}.` }
    log({ level: 'info', message: 'a webhook tells of a push' })
    onPush()
    return { status: 202, text: 'The repository is looked at.' }
  }

  #refuse(status: number, reason: string): Answer {
    const { clock, log } = this.#options
    const now = clock.now()
    const last = this.#refusals.get(reason)
    if (last === undefined || Math.abs(now - last) >= QUIET_MS) {
      this.#refusals.set(reason, now)
      log({ level: 'warning', message: `a webhook’s delivery was refused: ${reason}` })
    }
    return { status, text: `Refused: ${reason}.` }
  }

  #remember(mark: string): void {
    this.#known.add(mark)
    const [oldest] = this.#known
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
  }
}

/** Undefined for one that is too large, of which no more is read. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length']) > LARGEST) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
