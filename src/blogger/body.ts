import { escapeHtml } from '#moving-in/html.ts'
import type { OldBody } from '#moving-in/record.ts'

const BREAK = String.raw`<br\b[^<>]*>`
const BLANK = String.raw`(?:\s|&nbsp;|&#160;)*`
const EMPTY_LINE = new RegExp(`${BREAK}(?:${BLANK}${BREAK})+${BLANK}`, 'gi')
const JUMP_BREAK = /<a\s+name=["']?more["']?\s*(?:\/>|>\s*<\/a>)|<!--\s*more\s*-->/gi
const CAPTIONED = /<table\b[^<>]*\btr-caption-container\b/i
const CAPTION = /<td\b[^<>]*\btr-caption\b[^<>]*>/i
const FOOTER = /<div\b[^<>]*\bblogger-post-footer\b/i
const OLD_YOUTUBE = /(?:https?:)?\/\/www\.youtube(?:\.googleapis|-nocookie)?\.com\/v\/([\w-]{11})[^"'\s<>]*/g
const MARKS_PARAGRAPHS = /<(br|p|div)\b/i

/** The text of an entry: Blogger's editors end a paragraph by two `<br>`, its oldest by an empty line. */
export function bodyOf(html: string, enclosures: readonly string[]): OldBody {
  const hasMarks = MARKS_PARAGRAPHS.test(html)
  const own = eachFrom(FOOTER, '</div>', html, () => '')
    .join('')
    .replace(JUMP_BREAK, '<br><br>')
    .replace(OLD_YOUTUBE, 'https://www.youtube.com/watch?v=$1')
  const captioned = eachFrom(CAPTIONED, '</table>', own, figureOf).join('')
  const lines = eachFrom(/<pre\b/i, '</pre>', captioned, verbatim, (rest) => paragraphs(rest, hasMarks))
  const sounds = enclosures.filter((address) => !html.includes(address))
  return {
    html:
      lines.join('') + sounds.map((address) => `\n\n<audio src="${escapeHtml(address)}"></audio>`).join(''),
    linesMatter: true,
    notes: [],
  }
}

/**
 * Texts that begin by `opening` and end by `closing`, each as `made` makes it, and those between them, in order. Takes
 * time in proportion to the text, however many of them have no end.
 */
function eachFrom(
  opening: RegExp,
  closing: string,
  html: string,
  made: (text: string) => string,
  between: (text: string) => string = (text) => text,
): string[] {
  const parts = html.split(new RegExp(`(?<=${closing})`, 'i'))
  return parts.flatMap((part) => {
    const start = part.toLowerCase().endsWith(closing) ? part.search(opening) : -1
    return start === -1 ? [between(part)] : [between(part.slice(0, start)), made(part.slice(start))]
  })
}

function verbatim(pre: string): string {
  return pre.replace(new RegExp(BREAK, 'gi'), '\n')
}

function paragraphs(html: string, hasMarks: boolean): string {
  const text = hasMarks ? html.replace(/\s+/g, (blank) => (blank.includes('\n') ? ' ' : blank)) : html
  return text.replace(EMPTY_LINE, '\n\n')
}

/** A picture with words below it, which Blogger sets as a table; another table as it is. */
function figureOf(table: string): string {
  const picture = /<img\b[^<>]*>/i.exec(table)?.[0]
  const { 0: cell = '', index = 0 } = CAPTION.exec(table) ?? {}
  const words = cell && (table.slice(index + cell.length).split(/<\/td>/i)[0] ?? '')
  return picture === undefined ? table : `<figure>${picture}<figcaption>${words}</figcaption></figure>`
}
