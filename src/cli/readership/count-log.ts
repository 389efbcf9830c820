import { Totals, type Outcome } from './totals.ts'
import { eachLine } from './byte-lines.ts'
import type { AddressedArticle, ArticleAddresses } from './article-addresses.ts'
import type { Clients } from './clients.ts'
import { LineMarks, WINDOW } from './line-marks.ts'
import type { ReadBefore, ReadLogs } from './read-logs.ts'
import type { RequestReader } from './request.ts'
import { isRobot } from './robots.ts'
import { Tally } from './tally.ts'
import type { LogSegment, Visits } from './visits.ts'

/** What all logs of a run have in common. Moments are in seconds. */
export interface Run {
  addresses: ArticleAddresses
  clients: Clients
  visits: Visits
  read: ReadLogs
  now: number
  /** The newest request so far, of an earlier run or of this one. */
  newest: number
  keptSeconds: number
}

/** Counts the views of one log that no log before it held. */
export async function countLog(
  chunks: AsyncIterable<Buffer>,
  reader: RequestReader,
  run: Run,
): Promise<{ totals: Totals; tally: Tally }> {
  const count = new LogCount(reader, run)
  await eachLine(chunks, (bytes, start, end) => count.take(bytes, start, end))
  return count.finish()
}

/** Clocks of servers may be a little fast. */
const FAST_CLOCK = 60 * 60

/** What earlier runs have read. */
const KNOWN: LogSegment = { known: true }

class LogCount {
  private readonly reader: RequestReader
  private readonly run: Run
  private readonly totals = new Totals()
  private readonly tally = new Tally()
  private pending = new Pending()
  private readonly marks = new LineMarks()
  private readonly position

  constructor(reader: RequestReader, run: Run) {
    this.reader = reader
    this.run = run
    this.position = run.read.follow((known, begins) => this.settle(known, begins))
  }

  take(bytes: Buffer, start: number, end: number): void {
    const read = this.position.next(this.marks.next(bytes, start, end))
    const kind = this.reader.read(bytes, start, end)
    const outcome = kind === 'request' ? this.judge(read) : kind === 'note' ? 'notes' : 'broken'
    if (read !== 'never') this.totals.lines.known++
    else this.pending.note(outcome)
  }

  finish(): { totals: Totals; tally: Tally } {
    this.commit()
    this.run.read.learn(this.position)
    return { totals: this.totals, tally: this.tally }
  }

  private judge(read: ReadBefore): Outcome {
    const { reader, run } = this
    const { at } = reader
    if (at > run.now + FAST_CLOCK) return 'future'
    this.position.saw(at)
    if (at > run.newest) run.newest = at
    else if (at < run.newest - run.keptSeconds) return 'old'
    if (!reader.isGet) return 'method'
    if (reader.status !== 200 && reader.status !== 304) return 'status'
    const article = run.addresses.articleAt(reader.target)
    if (!article) return 'page'
    if (reader.prefetched) return 'prefetch'
    const agent = reader.userAgent
    if (agent !== undefined && isRobot(agent)) return 'robot'
    return this.count(article, at, run.clients.hashOf(reader.client, agent), read)
  }

  private count(article: AddressedArticle, at: number, client: number, read: ReadBefore): Outcome {
    const { pending } = this
    // This run has added its visit already.
    if (read === 'now') return 'known'
    const request = { article, key: keyOf(client, article), at }
    const { visits } = this.run
    if (read === 'earlier') return pending.forget(visits, request)
    pending.request = request
    const change = visits.add(request.key, at, pending)
    if (!change) return 'repeat'
    for (const moment of change.less) pending.add(article, moment, -1)
    if (change.visit.from.known) return 'repeat'
    pending.add(article, change.visit.start, 1)
    return change.less.length > 0 ? 'repeat' : 'counted'
  }

  /** Ends the pending lines. The last of them belong to the known log that begins. */
  private settle(known: boolean, begins: ReadBefore): void {
    const { pending } = this
    if (known) {
      pending.known = true
      this.totals.lines.known += pending.totals.total
    } else {
      pending.takeBack(WINDOW - 1, begins === 'earlier' ? this.run.visits : undefined)
      this.commit()
    }
    this.pending = new Pending()
  }

  private commit(): void {
    this.totals.add(this.pending.totals)
    this.tally.addAll(this.pending.tally)
  }
}

interface ArticleRequest {
  article: AddressedArticle
  /** Of client and article. */
  key: number
  at: number
}

/** The lines since a known log ended, while it is open whether an earlier run has read them too. */
class Pending implements LogSegment {
  known = false
  readonly totals = new Totals()
  readonly tally = new Tally()
  /** What the present line asks for. */
  request: ArticleRequest | undefined
  // The outcomes of the last lines, in a ring.
  private readonly outcomes: Outcome[] = []
  private readonly requests: (ArticleRequest | undefined)[] = []
  private lines = 0

  add(article: AddressedArticle, at: number, views: number): void {
    this.tally.add(article, at, views)
    this.totals.views += views
  }

  /** Ends the present line. */
  note(outcome: Outcome): void {
    this.totals.lines[outcome]++
    this.outcomes[this.lines % WINDOW] = outcome
    this.requests[this.lines % WINDOW] = this.request
    this.request = undefined
    this.lines++
  }

  /** Marks a request, and the visit to which it belongs, as counted by an earlier run. */
  forget(visits: Visits, { article, key, at }: ArticleRequest): Outcome {
    for (const moment of visits.add(key, at, KNOWN)?.less ?? []) this.add(article, moment, -1)
    return 'known'
  }

  /** Marks the last lines as known. Where the visits are given, an earlier run has counted them. */
  takeBack(lines: number, visits: Visits | undefined): void {
    for (let back = 1; back <= Math.min(lines, this.lines); back++) {
      const at = (this.lines - back) % WINDOW
      const [outcome, request] = [this.outcomes[at], this.requests[at]]
      if (outcome) this.totals.lines[outcome]--
      this.totals.lines.known++
      if (request && visits) this.forget(visits, request)
    }
  }
}

/** A key of a client's 48 bits and an article's number. */
function keyOf(client: number, { number }: AddressedArticle): number {
  const low = (client ^ Math.imul(number + 1, 0x9e3779b1)) >>> 0
  return Math.floor(client / 2 ** 32) * 2 ** 32 + low
}
