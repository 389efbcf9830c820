import { ExportFault } from '#moving-in/export-fault.ts'

interface WrittenObject {
  text: string
  /** At which it begins in the file, from 1. */
  line: number
}

/** Characters of one record: more than any article has. */
const LONGEST = 5_000_000

/** Parts a file into the objects in it, be they in one list or a line each; holds one at a time. */
export class ObjectSplitter {
  private text = ''
  private line = 1
  private start = 1
  private depth = 0
  private inString = false
  private isEscaped = false

  /** @throws ExportFault where the file ends within a record */
  end(): void {
    if (this.depth > 0)
      throw new ExportFault('the record that begins here has no end.', { line: this.start, column: 1 })
  }

  /** @throws ExportFault at what stands between objects and is no list's sign */
  *push(piece: string): Generator<WrittenObject> {
    let from = 0
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at] ?? ''
      if (sign === '\n') this.line += 1
      if (this.inString) {
        if (this.isEscaped) this.isEscaped = false
        else if (sign === '\\') this.isEscaped = true
        else if (sign === '"') this.inString = false
      } else if (sign === '{') {
        if (this.depth++ === 0) [from, this.start] = [at, this.line]
      } else if (this.depth === 0) {
        if (!/[\s,[\]\uFEFF]/.test(sign))
          throw new ExportFault('a record in braces is missing here.', { line: this.line, column: 1 })
      } else if (sign === '"') this.inString = true
      else if (sign === '}' && --this.depth === 0) {
        yield { text: this.text + piece.slice(from, at + 1), line: this.start }
        this.text = ''
      }
    }
    if (this.depth > 0) this.text += piece.slice(from)
    if (this.text.length > LONGEST)
      throw new ExportFault('the record that begins here is larger than any article, or has no end.', {
        line: this.start,
        column: 1,
      })
  }
}
