import type { LineKind, Request, RequestReader } from '../request.ts'

type Json = Record<string, unknown>

/**
 * Reads lines that are JSON objects each.
 * @param requestOf what an object tells: undefined for one that tells of no
 * request; `at` is NaN where the object should tell of one and does not.
 */
export class JsonReader implements RequestReader {
  private request: Request = NO_REQUEST
  private readonly requestOf: (line: Json) => Request | undefined

  constructor(requestOf: (line: Json) => Request | undefined) {
    this.requestOf = requestOf
  }

  read(bytes: Buffer, start: number, end: number): LineKind {
    const line = parseObject(bytes.toString('utf8', start, end))
    if (!line) return 'broken'
    const request = this.requestOf(line)
    if (!request) return 'note'
    this.request = request
    return Number.isFinite(request.at) && Number.isFinite(request.status) ? 'request' : 'broken'
  }

  get at(): number {
    return this.request.at
  }
  get isGet(): boolean {
    return this.request.isGet
  }
  get status(): number {
    return this.request.status
  }
  get target(): string {
    return this.request.target
  }
  get client(): string {
    return this.request.client
  }
  get userAgent(): string | undefined {
    return this.request.userAgent
  }
  get prefetched(): boolean {
    return this.request.prefetched
  }
}

const NO_REQUEST: Request = {
  at: Number.NaN,
  isGet: false,
  status: Number.NaN,
  target: '',
  client: '',
  userAgent: undefined,
  prefetched: false,
}

/** Undefined for what is no JSON object. */
export function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Empty for what is no text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Seconds since 1970 of a number of seconds, milli-, micro- or nanoseconds, or of an ISO text. */
export function secondsOf(value: unknown): number {
  if (typeof value === 'string' && !/^\d+(\.\d+)?$/.test(value)) return Math.floor(Date.parse(value) / 1000)
  let seconds = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  // Seconds reach 12 digits in the year 5138.
  while (seconds >= 1e11) seconds /= 1000
  return Math.floor(seconds)
}
