import type { LineKind, RequestReader } from '../request.ts'

const HEADER = '#Fields: '
const NEEDED = ['date', 'time', 'c-ip', 'cs-method', 'cs-uri-stem', 'sc-status'] as const

/** Whether a line is the header that names the columns of Amazon CloudFront's standard log. */
export function isCloudFrontHeader(line: string): boolean {
  return line.startsWith(HEADER) && NEEDED.every((field) => fieldsOf(line).includes(field))
}

/** Reads tab-separated lines in the order that the last `#Fields` header gave. */
export class CloudFrontReader implements RequestReader {
  at = 0
  isGet = false
  status = 0
  private columns = new Map<string, number>()
  private values: string[] = []

  read(bytes: Buffer, start: number, end: number): LineKind {
    const line = bytes.toString('latin1', start, end)
    if (line.startsWith('#')) {
      if (isCloudFrontHeader(line)) this.columns = new Map(fieldsOf(line).map((name, i) => [name, i]))
      return 'note'
    }
    this.values = line.split('\t')
    this.isGet = this.value('cs-method') === 'GET'
    this.status = Number(this.value('sc-status') || Number.NaN)
    this.at = Date.parse(`${this.value('date')}T${this.value('time')}Z`) / 1000
    // 000 stands for a client that went away before it was answered.
    return Number.isFinite(this.at) && Number.isInteger(this.status) ? 'request' : 'broken'
  }

  get target(): string {
    return this.value('cs-uri-stem')
  }

  get client(): string {
    return this.value('c-ip')
  }

  get userAgent(): string | undefined {
    if (!this.columns.has('cs(User-Agent)')) return undefined
    const agent = this.value('cs(User-Agent)')
    return agent === '-' ? '' : decoded(agent)
  }

  /** Not among the columns of this log. */
  readonly prefetched = false

  private value(field: string): string {
    return this.values[this.columns.get(field) ?? -1] ?? ''
  }
}

function fieldsOf(header: string): string[] {
  return header.slice(HEADER.length).trim().split(/\s+/)
}

/** Spaces are `%20`, in older logs `%2520`. */
function decoded(text: string): string {
  return text.replace(/%(?:25)?20/g, ' ')
}
