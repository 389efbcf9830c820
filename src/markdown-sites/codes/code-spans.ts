const FENCE = /^[ \t>]*(`{3,}|~{3,})/

/** Spans of one paragraph only: a lone backtick is a sign like any other. */
const SPAN = /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[^`])+?\1(?!`)/g

/**
 * Applies `change` to a Markdown text without its code. Placeholders stand for fenced blocks and code spans meanwhile, so
 * that `change` sees whole what encloses them; `inCode` returns what they become in the end.
 */
export function outsideCode(
  text: string,
  change: (text: string) => string,
  inCode: (code: string) => string = (code) => code,
): string {
  if (!/[`~]/.test(text)) return change(text)
  const kept = new Placeholders('\u{F0000}', '\u{F0001}')
  const out: string[] = []
  let block: string[] = []
  let fence = ''
  const close = () => {
    out.push(kept.mark(inCode(block.join('\n'))))
    block = []
    fence = ''
  }
  for (const line of kept.unmarked(text).split('\n')) {
    const [, marks = ''] = FENCE.exec(line) ?? []
    if (fence !== '') {
      block.push(line)
      if (marks.startsWith(fence) && /^[ \t>]*[`~]+\s*$/.test(line)) close()
    } else if (marks !== '' && !line.slice(line.indexOf(marks) + marks.length).includes('`')) {
      fence = marks
      block.push(line)
    } else out.push(line)
  }
  if (fence !== '') close()
  return kept.restored(change(out.join('\n').replace(SPAN, (span) => kept.mark(inCode(span)))))
}

/** Applies `change` to a text while placeholders stand for what the pattern finds; `keep` returns what that becomes. */
export function keeping(
  text: string,
  pattern: RegExp,
  keep: (found: string) => string,
  change: (text: string) => string,
): string {
  const kept = new Placeholders('\u{F0002}', '\u{F0003}')
  return kept.restored(change(kept.unmarked(text).replace(pattern, (found) => kept.mark(keep(found)))))
}

/** Pieces of a text, in whose places are marks that no text contains. */
class Placeholders {
  private readonly pieces: string[] = []
  private readonly open: string
  private readonly close: string
  private readonly marks: RegExp

  constructor(open: string, close: string) {
    this.open = open
    this.close = close
    this.marks = new RegExp(`${open}(\\d+)${close}`, 'gu')
  }

  unmarked(text: string): string {
    return text.replaceAll(this.open, '').replaceAll(this.close, '')
  }

  mark(piece: string): string {
    return `${this.open}${this.pieces.push(piece) - 1}${this.close}`
  }

  /** A span may hold the mark of another piece. */
  restored(text: string): string {
    return text.replace(this.marks, (_mark, place: string) => this.restored(this.pieces[Number(place)] ?? ''))
  }
}

/** A code as a reader sees what could not be translated. */
export function asCode(source: string): string {
  const line = source.replace(/\s+/g, ' ').trim()
  const marks = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  const blank = marks.length > 1 ? ' ' : ''
  return `${marks}${blank}${line}${blank}${marks}`
}

/** A code block, whatever is in it. */
export function fenced(code: string, language: string, indent = ''): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `\n${indent}${fence}${language.replace(/[^\w+#-]/g, '')}\n${code.replace(/^\n+|\s+$/g, '')}\n${indent}${fence}\n`
}
