import type { ReadLog } from '#domain/readership.ts'
import { parseMarks, WINDOW, writeMarks } from './line-marks.ts'

/** Marks that are kept of a log; of very many logs fewer each. */
const MARKS_OF_ONE = 64
const MARKS_OF_ALL = 4096

/**
 * Called when a known log begins, or turns out to have begun earlier.
 * @param known whether the lines since the previous known log were read before
 * @param begins who has read the log that begins, to which the last `WINDOW` lines belong
 */
type Settle = (known: boolean, begins: ReadBefore) => void

type MarkPlace = 'first' | 'within' | 'last'

/** Whether a line was read before: never, by an earlier run, or by this one. */
export type ReadBefore = 'never' | 'earlier' | 'now'

/**
 * Remembers which logs were read, so that a line is counted once whatever file
 * it comes in: the same log again, grown, rotated, packed, or overlapping.
 *
 * A log is a stretch of lines in the order in which a server wrote them, and is
 * known by marks of its content (`LineMarks`): its first, its last, and up to 64
 * between, those of the smallest value, so that two files with the same lines
 * choose the same ones. Where a mark of a known log comes up in another file,
 * the two run together from there on, and did before, back to the start of
 * whichever begins later.
 */
export class ReadLogs {
  private logs: ReadLog[]
  private readonly ofThisRun = new Set<ReadLog>()

  constructor(logs: readonly ReadLog[]) {
    this.logs = [...logs]
  }

  /** Follows a file through the logs that are known. */
  follow(settle: Settle): LogPosition {
    return new LogPosition(this.logs, this.ofThisRun, settle)
  }

  /** Adds what `position` has read to the known logs, and removes those that it contains as a whole. */
  learn(position: LogPosition): void {
    const log = position.log()
    if (!log) return
    this.ofThisRun.add(log)
    this.logs = [...this.logs.filter((known) => !position.covered.has(known)), log]
  }

  /** The known logs that end after `from`, in the order of their ends. */
  kept(from: number): ReadLog[] {
    const logs = this.logs
      .filter(({ until }) => Date.parse(until) >= from)
      .sort((a, b) => (a.until + a.first < b.until + b.first ? -1 : 1))
    const each = Math.floor(Math.min(MARKS_OF_ONE, MARKS_OF_ALL / Math.max(1, logs.length)))
    return logs.map((log) => ({ ...log, marks: writeMarks(parseMarks(log.marks).slice(0, each)) }))
  }
}

/** One file on its way through the known logs. */
export class LogPosition {
  /** The known logs that were met whole. */
  readonly covered = new Set<ReadLog>()
  /** The known logs that the place is in, and how many lines of each are left; Infinity where that is not known. */
  private readonly inside = new Map<ReadLog, number>()
  private readonly places = new Map<number, [ReadLog, MarkPlace][]>()
  private readonly settle: Settle
  private readonly ofThisRun: ReadonlySet<ReadLog>
  private lines = 0
  /** Lines that no run has read before, and those since a known log ended, of which that is not settled. */
  private fresh = 0
  private pending = 0
  private first = 0
  private last = 0
  private newest = Number.NEGATIVE_INFINITY
  private marks: number[] = []
  private largest = Number.POSITIVE_INFINITY

  constructor(logs: readonly ReadLog[], ofThisRun: ReadonlySet<ReadLog>, settle: Settle) {
    this.ofThisRun = ofThisRun
    this.settle = settle
    for (const log of logs) {
      this.place(parseMarks(log.first), log, 'first')
      this.place(parseMarks(log.marks), log, 'within')
      this.place(parseMarks(log.last), log, 'last')
    }
  }

  /** Takes the next line, and returns whether it was read before, as far as that is known yet. */
  next(mark: number): ReadBefore {
    this.lines++
    if (this.lines <= WINDOW) this.first = mark
    this.last = mark
    if (mark < this.largest && this.lines > WINDOW) this.sample(mark)
    const places = this.places.get(mark)
    if (!places && this.inside.size === 0) {
      this.pending++
      return 'never'
    }
    for (const [log, place] of places ?? []) this.meet(log, place)
    if (this.inside.size === 0) this.pending++
    let read: ReadBefore = 'never'
    for (const [log, left] of this.inside) {
      if (read !== 'now') read = this.readBy(log)
      if (left > 1) this.inside.set(log, left - 1)
      else this.leave(log, left === 1)
    }
    return read
  }

  /** Notes when a request was, in seconds. */
  saw(at: number): void {
    if (at > this.newest) this.newest = at
  }

  /** What to remember of the file, in the order of `readershipSchema`; undefined where nothing in it was new. */
  log(): ReadLog | undefined {
    if (this.fresh + this.pending === 0 || !Number.isFinite(this.newest)) return undefined
    return {
      first: writeMarks([this.first]),
      last: writeMarks([this.last]),
      marks: writeMarks(smallest(this.marks)),
      lines: this.lines,
      until: new Date(1000 * this.newest).toISOString().replace('.000', ''),
    }
  }

  private place(marks: readonly number[], log: ReadLog, place: MarkPlace): void {
    for (const mark of marks) this.places.set(mark, [...(this.places.get(mark) ?? []), [log, place]])
  }

  private meet(log: ReadLog, place: MarkPlace): void {
    const left = this.inside.get(log)
    if (left === undefined) {
      if (this.inside.size === 0) {
        this.settle(place !== 'first', this.readBy(log))
        if (place === 'first') this.fresh += Math.max(0, this.pending - WINDOW + 1)
        this.pending = 0
      }
      // The first mark stands at the end of its window.
      this.inside.set(log, place === 'first' ? Math.max(1, log.lines - WINDOW + 1) : Infinity)
    }
    // By its last mark where the number of lines is not known: the line is the log's, the next is not.
    if (place === 'last' && this.inside.get(log) === Infinity) this.inside.set(log, 0)
  }

  private readBy(log: ReadLog): ReadBefore {
    return this.ofThisRun.has(log) ? 'now' : 'earlier'
  }

  private leave(log: ReadLog, whole: boolean): void {
    this.inside.delete(log)
    if (whole) this.covered.add(log)
  }

  private sample(mark: number): void {
    this.marks.push(mark)
    if (this.marks.length < 2 * MARKS_OF_ONE) return
    this.marks = smallest(this.marks)
    this.largest = this.marks.at(-1) ?? Number.POSITIVE_INFINITY
  }
}

function smallest(marks: readonly number[]): number[] {
  return [...new Set(marks)].sort((a, b) => a - b).slice(0, MARKS_OF_ONE)
}
