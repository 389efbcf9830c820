import { JSONParser, TokenType } from '@streamparser/json'
import { ExportFault, type ExportPlace } from '#moving-in/export-fault.ts'
import { kindOf } from '#moving-in/file-kind.ts'
import { Opening } from '#moving-in/opening.ts'

/** A row of a table of Ghost's database: `posts`, `tags`, `users`, … */
export interface TableRow {
  table: string
  row: Row
}

/** Fields by their names: texts, numbers, null. */
export type Row = Record<string, unknown>

/** How deep values may lie in one another; Ghost's lie 6 deep. */
const DEEPEST = 100

const ADVICE = 'In Ghost, Settings > Import/Export > Export content makes the .json that is wanted.'

/**
 * Takes a Ghost export piece by piece and gives back its tables' rows as they
 * are complete, so that no more than one of them is held.
 * @throws ExportFault at a file of another kind, and at broken JSON, with its place
 */
export class ExportParser {
  /** Ghost 0.x had no `db` around it. */
  private readonly parser = new JSONParser({ paths: ['$.db.*.data.*.*', '$.data.*.*'], keepStack: false })
  private readonly done: TableRow[] = []
  private readonly opening = new Opening(refuseOtherKinds)
  private fault: Error | undefined
  private depth = 0
  private lines = 0
  /** Bytes before the last line of what was read. */
  private lineStart = 0
  private bytes = 0
  private isExport = false

  constructor() {
    this.parser.onValue = ({ value, stack }) => {
      const table = String(stack.at(-1)?.key)
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        this.done.push({ table, row: value as Row })
    }
    this.parser.onToken = ({ token }) => {
      if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) this.depth += 1
      if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.depth -= 1
      if (this.depth > DEEPEST)
        throw new Error(`values lie ${DEEPEST} deep, as in no export: the ends of some are missing`)
    }
    this.parser.onError = (error) => {
      this.fault ??= error
    }
  }

  /** The rows that this piece completes. */
  *push(piece: string): Generator<TableRow> {
    yield* this.take(this.opening.pass(piece))
  }

  private *take(text: string): Generator<TableRow> {
    if (text === '') return
    this.parser.write(text)
    yield* this.taken()
    if (this.fault)
      throw new ExportFault(`the JSON is broken here: ${this.fault.message}`, this.placeOf(text))
    this.pass(text)
  }

  /** @throws ExportFault when the file ends before its JSON does, or holds nothing of Ghost's */
  *end(): Generator<TableRow> {
    yield* this.take(this.opening.end())
    if (!this.parser.isEnded)
      throw new ExportFault('the file is cut off here.', {
        line: this.lines + 1,
        column: this.bytes - this.lineStart + 1,
      })
    if (!this.isExport) throw new ExportFault(`This is JSON, but not a Ghost export. ${ADVICE}`)
  }

  private *taken(): Generator<TableRow> {
    if (this.done.some(({ table }) => table === 'posts')) this.isExport = true
    yield* this.done.splice(0)
  }

  /** Where in the file the fault lies, in a piece that is not passed yet. */
  private placeOf(text: string): ExportPlace {
    const byte = Number(/absolute position "(\d+)"/.exec(this.fault?.message ?? '')?.[1] ?? this.bytes)
    const before = Buffer.from(text)
      .subarray(0, Math.max(0, byte - this.bytes))
      .toString()
    const { lines, lineStart, bytes } = this
    this.pass(before)
    const place = { line: this.lines + 1, column: byte - this.lineStart + 1, byte }
    Object.assign(this, { lines, lineStart, bytes })
    return place
  }

  private pass(text: string): void {
    const last = text.lastIndexOf('\n')
    if (last !== -1) {
      this.lines += text.split('\n').length - 1
      this.lineStart = this.bytes + Buffer.byteLength(text.slice(0, last + 1))
    }
    this.bytes += Buffer.byteLength(text)
  }
}

function refuseOtherKinds(start: string): void {
  const kind = kindOf(start)
  if (kind === '') throw new ExportFault(`The file is empty. ${ADVICE}`)
  if (kind !== 'JSON') throw new ExportFault(`This is ${kind ?? 'no JSON'}, not a Ghost export. ${ADVICE}`)
}
