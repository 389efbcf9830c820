import { isError, lineOf } from '#desk/problem.ts'
import { Alarm } from './alarm.ts'
import type { Clock } from './clock.ts'
import type { Log } from './log.ts'
import { isMachineFault } from './machine-fault.ts'
import { Publications, type Reason } from './publications.ts'
import type { Published, Refused, SiteMaker } from './site-maker.ts'
import type { Ready, Source } from './source.ts'
import type { Attempt, Status, StatusBoard } from './status.ts'

interface PublisherParts {
  source: Source
  maker: SiteMaker
  board: StatusBoard
  clock: Clock
  log: Log
  /** Counts what was read since, and tells whether that was anything. It does not reject. */
  countReaders?: (() => Promise<boolean>) | undefined
  /** Is told of each publication that was tried; nobody waits for it. */
  tell: (attempt: Attempt, status: Status) => void
}

/** Milliseconds until what the machine has kept back is tried again: doubled each time, up to the longest. */
const RETRY_MS = 15_000
const LONGEST_RETRY_MS = 15 * 60_000

/** Publishes one outlet whenever something asks for it, and whenever the clock does. */
export class Publisher {
  readonly #parts: PublisherParts
  readonly #publications: Publications
  readonly #alarm: Alarm
  #retryMs = RETRY_MS
  #cancelRetry: (() => void) | undefined
  #isClosed = false
  /** Whether the machine has kept back what was to be published last. */
  #hasFailed = false

  constructor(parts: PublisherParts) {
    this.#parts = parts
    this.#publications = new Publications((reasons) => this.#publish(reasons))
    this.#alarm = new Alarm(parts.clock, () => this.want('clock'))
  }

  get status(): Readonly<Status> {
    return this.#parts.board.status
  }

  want(reason: Reason): void {
    this.#publications.want(reason)
  }

  /** Resolves when all that was asked for by now is done. */
  settled(): Promise<void> {
    return this.#publications.settled()
  }

  /** Takes nothing more. The publication under way is dropped, with the published site as it was, unless it has just ended. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#alarm.stop()
    this.#cancelRetry?.()
    const stopped = this.#publications.stop()
    await this.#parts.maker.close()
    await stopped
  }

  async #publish(wanted: ReadonlySet<Reason>): Promise<void> {
    const { source, board, clock } = this.#parts
    const began = clock.now()
    board.began(began)
    const isRead = wanted.has('readership') && (await this.#parts.countReaders?.())
    const reasons = isRead ? wanted : wanted.difference(new Set(['readership']))
    if (reasons.size === 0) return this.#idle()
    const prepared = await source.prepare(reasons)
    if (prepared.state === 'ready') return this.#make(prepared, reasons, began)
    if (prepared.state === 'unavailable') {
      this.#trouble(prepared.message)
      this.#retry()
    } else if (!this.#hasFailed) this.#trouble(prepared.trouble)
    this.#idle()
  }

  async #make(ready: Ready, reasons: ReadonlySet<Reason>, began: number): Promise<void> {
    const { source, maker, board, clock } = this.#parts
    const { commit, isOlder, trouble } = ready
    // An older commit takes nothing from the newest, which is still to be tried again.
    if (!isOlder) this.#cancelRetry?.()
    // What is due by now is published, though it was not yet when this was asked for.
    const at = Math.floor(clock.now() / 1000) * 1000
    const result = await maker.publish({ at })
    // A publication that was dropped is none: the next start makes it.
    if (this.#isClosed && result.outcome === 'refused') return
    const seconds = Math.max(0, clock.now() - began) / 1000
    const attempt = attemptOf(result, { at, seconds, reasons: [...reasons], commit })
    const { fellBack } = await source.settled(attempt.outcome)
    if (result.outcome === 'published' && !isOlder) {
      this.#retryMs = RETRY_MS
      board.mended()
    }
    board.ended(attempt, result.outcome === 'published' ? result : undefined)
    const { log, tell } = this.#parts
    log(lineFor(attempt))
    if (attempt.outcome === 'failed') {
      this.#hasFailed = true
      board.trouble(attempt.message, clock.now())
      this.#retry()
    } else if (!isOlder || !this.#hasFailed) {
      this.#hasFailed = false
      this.#trouble(trouble)
    }
    if (result.outcome === 'published') this.#follow(result.searched)
    tell(attempt, this.status)
    const { dueAt } = this.status
    if (fellBack && dueAt !== undefined && dueAt <= clock.now()) this.want('clock')
    this.#setAlarm()
  }

  /** The machine, the network or the repository has kept it back: it is tried again by itself. */
  #retry(): void {
    this.#cancelRetry?.()
    this.#cancelRetry = this.#parts.clock.after(this.#retryMs, () => {
      this.#cancelRetry = undefined
      this.want('retry')
    })
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
  }

  /** Where search has not followed the pages, the next publication makes up for it. */
  #follow(searched: Promise<void> | undefined): void {
    searched?.catch(({ message }: Error) => {
      if (this.#isClosed) return
      this.#trouble(`Search does not know yet of what was published last: ${message}`)
      this.#retry()
    })
  }

  #idle(): void {
    this.#parts.board.idle()
    this.#setAlarm()
  }

  #setAlarm(): void {
    if (this.#isClosed) return
    const { dueAt, published, attempts } = this.status
    const tried = attempts[0]?.at ?? 0
    // A moment at which nothing could be published is over: the edit that mends it, or the next try, publishes all.
    // A publication's moment is a whole second.
    const next = dueAt === undefined ? Number.NEGATIVE_INFINITY : Math.ceil(dueAt / 1000) * 1000
    const due = next > tried ? next : undefined
    this.#alarm.set({ due, since: Math.min(published?.at ?? 0, tried, this.#parts.clock.now()) })
  }

  #trouble(message: string | undefined): void {
    const { board, clock, log } = this.#parts
    if (!board.trouble(message, clock.now())) return
    if (message !== undefined) log({ level: 'error', message })
    else log({ level: 'info', message: 'What was wrong is right again.' })
  }
}

function attemptOf(
  result: Published | Refused,
  attempt: Pick<Attempt, 'at' | 'seconds' | 'reasons' | 'commit'>,
): Attempt {
  if (result.outcome === 'refused') {
    const { message } = result
    const problems = result.problems.filter(isError)
    const isPassing = result.isPassing ?? (problems.length === 0 && isMachineFault(message))
    return { ...attempt, outcome: isPassing ? 'failed' : 'refused', problems, message }
  }
  const { rendered, articles, steps, warnings, memory } = result
  return { ...attempt, outcome: 'published', rendered, articles, steps, warnings, memory }
}

function lineFor({
  outcome,
  seconds,
  reasons,
  commit,
  rendered,
  articles,
  problems = [],
  message = '',
  steps,
}: Attempt) {
  const what = commit ? `${commit.id.slice(0, 7)} "${commit.subject}"` : 'the newsroom'
  const data = { outcome, seconds, reasons, commit: commit?.id, rendered, articles, steps }
  if (outcome === 'published')
    return {
      level: 'info' as const,
      message: `published ${what}: ${articles} articles, ${rendered} pages rendered, ${seconds.toFixed(1)} s (${reasons.join(', ')})`,
      data,
    }
  const lines = problems.length > 0 ? problems.map(lineOf).join('\n') : message
  return {
    level: outcome === 'refused' ? ('warning' as const) : ('error' as const),
    message: `${outcome === 'refused' ? 'refused' : 'could not publish'} ${what}, and the site is as it was:\n${lines}`,
    data: { ...data, problems },
  }
}
