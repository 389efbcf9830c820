import { type LineKind, PREFETCH, type RequestReader } from '../request.ts'

const [SPACE, QUOTE, MINUS, OPENING, BACKSLASH] = [0x20, 0x22, 0x2d, 0x5b, 0x5c]
// [05/Jul/2025:10:59:59 +0700]
const TIME_LENGTH = 28
const GET = Buffer.from('GET ').readUInt32LE()
const MONTHS = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, month) => [
    Buffer.from(`/${name}`).readUInt32LE(),
    month,
  ]),
)

/**
 * Lines of Apache's common format, `host ident user [time] "request" status
 * bytes`, and of Apache's and nginx's combined one, which adds `"referrer"
 * "user agent"`. What follows may hold the header that tells of a prefetch.
 */
export class CombinedReader implements RequestReader {
  at = 0
  isGet = false
  status = 0
  private bytes: Buffer = Buffer.alloc(0)
  private start = 0
  private end = 0
  private targetStart = 0
  private targetEnd = 0
  /** Where the status begins. */
  private rest = 0
  // Where the user agent stands; a start of -1 for none, of -2 for not looked for yet.
  private agentStart = -2
  private agentEnd = 0
  /** The last date that was reckoned, as its bytes, and its midnight. */
  private date = [0, 0, 0]
  private midnight = Number.NaN

  read(bytes: Buffer, start: number, end: number): LineKind {
    let i = start
    while (i < end && bytes[i] !== OPENING) i++
    const request = i + TIME_LENGTH + 1
    if (request >= end || bytes[request] !== QUOTE) return 'broken'
    const at = this.moment(bytes, i + 1)
    if (!(at > 0)) return 'broken'
    const targetStart = request + 5
    this.isGet = targetStart < end && bytes.readUInt32LE(request + 1) === GET
    i = this.isGet ? targetStart : request + 1
    while (i < end && bytes[i] !== SPACE && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1
    this.targetStart = targetStart
    this.targetEnd = i
    i = closingQuote(bytes, i, end)
    if (i + 5 > end || bytes[i + 1] !== SPACE) return 'broken'
    this.rest = i + 2
    this.agentStart = -2
    this.status = number(bytes, i + 2, 3)
    if (!(this.status >= 100)) return 'broken'
    this.at = at
    this.bytes = bytes
    this.start = start
    this.end = end
    return 'request'
  }

  get target(): string {
    return this.bytes.toString('latin1', this.targetStart, this.targetEnd)
  }

  get client(): string {
    const end = this.bytes.indexOf(SPACE, this.start)
    return this.bytes.toString('latin1', this.start, end)
  }

  get userAgent(): string | undefined {
    this.findAgent()
    const { bytes, agentStart: start, agentEnd: end } = this
    if (start === -1) return undefined
    return end - start === 1 && bytes[start] === MINUS ? '' : bytes.toString('latin1', start, end)
  }

  get prefetched(): boolean {
    this.findAgent()
    const { bytes, agentEnd, end } = this
    return end - agentEnd > 4 && PREFETCH.test(bytes.toString('latin1', agentEnd, end))
  }

  /** The second quoted text after the status; in the common format there is none. */
  private findAgent(): void {
    if (this.agentStart !== -2) return
    const { bytes, end } = this
    this.agentStart = -1
    this.agentEnd = end
    const referrer = bytes.indexOf(QUOTE, this.rest)
    if (referrer < 0 || referrer >= end) return
    const start = bytes.indexOf(QUOTE, closingQuote(bytes, referrer + 1, end) + 1) + 1
    if (start === 0 || start > end) return
    this.agentStart = start
    this.agentEnd = closingQuote(bytes, start, end)
  }

  /** Seconds since 1970 of `05/Jul/2025:10:59:59 +0700`; NaN for what is none. */
  private moment(bytes: Buffer, i: number): number {
    const [a, b, c] = [bytes.readUInt32LE(i), bytes.readUInt32LE(i + 4), bytes.readUInt32LE(i + 7)]
    if (a !== this.date[0] || b !== this.date[1] || c !== this.date[2]) {
      const month = MONTHS.get(bytes.readUInt32LE(i + 2)) ?? Number.NaN
      const day = number(bytes, i, 2)
      const midnight = new Date(Date.UTC(number(bytes, i + 7, 4), month, day))
      this.midnight = midnight.getUTCDate() === day ? +midnight / 1000 : Number.NaN
      this.date = [a, b, c]
    }
    const hour = number(bytes, i + 12, 2)
    const minute = number(bytes, i + 15, 2)
    const second = number(bytes, i + 18, 2)
    if (hour > 23 || minute > 59 || second > 60) return Number.NaN
    const zone = 60 * (60 * number(bytes, i + 22, 2) + number(bytes, i + 24, 2))
    const local = this.midnight + 3600 * hour + 60 * minute + second
    return bytes[i + 21] === MINUS ? local + zone : local - zone
  }
}

/** Where a quoted text ends; `end` where it never does. A backslash before a quote is part of the text. */
function closingQuote(bytes: Buffer, from: number, end: number): number {
  let i = from
  while (i < end && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1
  return Math.min(i, end)
}

/** NaN unless all are digits. */
function number(bytes: Buffer, from: number, digits: number): number {
  let value = 0
  for (let i = from; i < from + digits; i++) {
    const digit = (bytes[i] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return Number.NaN
    value = 10 * value + digit
  }
  return value
}
