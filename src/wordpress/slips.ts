/**
 * Slips that WordPress's own importer reads over, each sign of them replaced by
 * one that XML lets pass and no text holds, so that no place in the file moves.
 */
const MARKS: Record<string, string> = { '\ufdd1': '&', '\ufdd2': '>', '\ufdd3': '<' }
const ANY_MARK = /[\ufdd1-\ufdd3]/g

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,31});/iy
/** A tag of HTML that stands in a text unescaped. RSS has none of these names. */
const HTML =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|embed|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li|nobr|object|ol|p|param|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|video|wbr)(?=[\s/>])/iy
const TAG = /<(\/?)([a-z_][\w:.-]*)/iy
const SIGN = /[&<]/g
const OPENING = '<![CDATA['
const CLOSING = ']]>'
/** Characters after a sign that tell what it is, where no field has to be looked through. */
const ENOUGH = 64
/** Characters of a field that are looked through for its end. */
const LONGEST_FIELD = 8_000_000

/** Marks slips in a file that comes in pieces. */
export class SlipMarker {
  private rest = ''
  /** How far `rest` has been looked through for the end of a field. */
  private searched = 0
  private field = ''
  private inData = false

  /** Whether a section of CDATA is open where the file has been read to. */
  get isInData(): boolean {
    return this.inData
  }

  /** As much of the file as can be judged by now, the last piece when `isLast`. */
  mark(piece: string, isLast = false): string {
    const text = this.rest + piece
    let done = ''
    let at = 0
    for (;;) {
      const next = this.inData ? text.indexOf(CLOSING, at) : nextSign(text, at)
      if (next === -1) {
        // The end of a section may lie over two pieces.
        const end = isLast || !this.inData ? text.length : Math.max(at, text.length - CLOSING.length + 1)
        return this.keep(done + text.slice(at, end), text.slice(end), 0)
      }
      const step = this.inData ? this.closing(text, next, isLast) : this.sign(text, next, isLast)
      if (step === undefined) {
        const rest = text.slice(next)
        return this.keep(done + text.slice(at, next), rest, this.inData ? rest.length : 0)
      }
      done += text.slice(at, next) + step
      at = next + step.length
    }
  }

  private keep(done: string, rest: string, searched: number): string {
    this.rest = rest
    this.searched = searched
    return done
  }

  /** What stands for the sign at a place outside of CDATA; undefined where more must be known. */
  private sign(text: string, at: number, isLast: boolean): string | undefined {
    if (!isLast && text.length - at < ENOUGH) return undefined
    if (text[at] === '&') return matchAt(ENTITY, text, at)?.[0] ?? '\ufdd1'
    if (text.startsWith(OPENING, at)) {
      this.inData = true
      return OPENING
    }
    // An HTML tag as the root means another kind of file, which is reported.
    if (this.field !== '' && matchAt(HTML, text, at)) return '\ufdd3'
    const [tag = '', slash, name = ''] = matchAt(TAG, text, at) ?? []
    if (name === '') return text[at + 1] === '!' || text[at + 1] === '?' ? '<' : '\ufdd3'
    if (slash === '') this.field = name
    return tag
  }

  /** What stands for a `]]>`: it ends its section where its field, or another section, begins or ends. */
  private closing(text: string, at: number, isLast: boolean): string | undefined {
    const after = at + CLOSING.length
    const end = `</${this.field}>`
    const from = Math.max(after, Math.min(this.searched, text.length) - end.length)
    const ending = text.indexOf(end, from)
    if (ending === -1 && !isLast && text.length - at < LONGEST_FIELD) return undefined
    this.searched = 0
    const between = ending === -1 ? '' : text.slice(after, Math.min(ending, after + ENOUGH)).trimStart()
    const isEnd = ending === -1 || between === '' || between.startsWith(OPENING)
    // Words behind a section that ends well are text, as XML has it.
    if (isEnd || !text.slice(after, ending).trimEnd().endsWith(CLOSING)) {
      this.inData = false
      return CLOSING
    }
    return ']]\ufdd2'
  }
}

/** A text with its slips as they stood in the file. */
export function withSlips(text: string): string {
  return text.replace(ANY_MARK, (mark) => MARKS[mark] ?? mark)
}

/** How many marks a text has. */
export function slipsIn(text: string): number {
  return text.match(ANY_MARK)?.length ?? 0
}

function nextSign(text: string, from: number): number {
  SIGN.lastIndex = from
  return SIGN.exec(text)?.index ?? -1
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
