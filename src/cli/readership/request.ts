/** What one line of a log tells, until the next is read. Texts are cut out only when they are asked for. */
export interface Request {
  /** Seconds since 1970. */
  readonly at: number
  readonly isGet: boolean
  readonly status: number
  /** What was asked for: a path with its query, or a whole address. */
  readonly target: string
  /** The client's address, as written. */
  readonly client: string
  /** Empty where the client sent none; undefined where the log does not tell. */
  readonly userAgent: string | undefined
  /** Whether the log shows that a browser fetched it before anybody wanted to read it. */
  readonly prefetched: boolean
}

/** `note` is a line that belongs to the format but tells of no request, as a header does. */
export type LineKind = 'request' | 'note' | 'broken'

export interface RequestReader extends Request {
  /** Reads the line in `bytes` from `start` up to `end`, without its end of line. */
  read(bytes: Buffer, start: number, end: number): LineKind
}

/** Values of `Sec-Purpose` and of the older `Purpose` header: `prefetch`, `prefetch;prerender`. */
export const PREFETCH = /\b(?:prefetch|prerender|preview)\b/i
