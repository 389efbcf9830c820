/** Seconds within which the same client's next request for the same article is the same view. */
const WINDOW = 30 * 60
/** Seconds for which a visit is remembered, as the requests of a log and the logs of a run may be a little out of order. */
const LATEST = 2 * 60 * 60
/** The visits that are remembered whatever their age. */
const LEAST_VISITS = 1 << 17

/** Consecutive lines of a log, all of which an earlier run has read, or none. */
export interface LogSegment {
  known: boolean
}

/** Requests of one client for one article, less than 30 minutes between each and the next. */
export interface Visit {
  start: number
  end: number
  /** The lines in which it was counted, by an earlier run or by this one. */
  from: LogSegment
  earlier: Visit | undefined
}

/** What a request changes: a visit more, unless it was counted before, and others, by their starts, less. */
export interface Change {
  visit: Visit
  less: readonly number[]
}

const NONE: readonly number[] = []

/**
 * Joins requests to visits, each of which is one view, at its start. Which
 * request is read first makes no difference: one that comes late moves a
 * visit's start, or joins two.
 *
 * Visits that ended more than two hours before the present request are
 * forgotten once there are more than 131,072 of them, so that the memory that
 * is needed follows from the readers of two hours, not from a log's length.
 */
export class Visits {
  private visits = new Map<number, Visit>()
  private limit = LEAST_VISITS

  /**
   * @param key of client and article
   * @returns undefined for a request that belongs to a visit and changes nothing
   */
  add(key: number, at: number, from: LogSegment): Change | undefined {
    const latest = this.visits.get(key)
    if (latest && at >= latest.start && at < latest.end + WINDOW && (latest.from.known || !from.known)) {
      if (at > latest.end) latest.end = at
      return undefined
    }
    if (this.visits.size >= this.limit) this.forget(at - LATEST)
    const visit = { start: at, end: at, from, earlier: undefined }
    if (latest) return this.join(key, visit, latest)
    this.visits.set(key, visit)
    return { visit, less: NONE }
  }

  private join(key: number, visit: Visit, latest: Visit): Change {
    const less: number[] = []
    const all = [visit]
    for (let other: Visit | undefined = latest; other; other = other.earlier) {
      if (other.start - visit.end < WINDOW && visit.start - other.end < WINDOW) {
        if (!other.from.known) less.push(other.start)
        else visit.from = other.from
        visit.start = Math.min(visit.start, other.start)
        visit.end = Math.max(visit.end, other.end)
      } else {
        all.push(other)
      }
    }
    all.sort((a, b) => a.start - b.start)
    for (const [i, each] of all.entries()) each.earlier = all[i - 1]
    this.visits.set(key, all.at(-1) ?? visit)
    return { visit, less }
  }

  private forget(before: number): void {
    for (const [key, visit] of this.visits) {
      if (visit.end < before) this.visits.delete(key)
      else if (visit.earlier && visit.earlier.end < before) visit.earlier = undefined
    }
    this.limit = Math.max(LEAST_VISITS, 2 * this.visits.size)
  }
}
