import type { Phrasing } from '#markdown/phrasing.ts'
import { asTyped, clipped, type Misreading } from './misreading.ts'

interface Line {
  text: string
  index: number
}

const INVISIBLE = /^[\u00a0\u200b-\u200d\u2060\ufeff]+(?=(?:#{1,6}|[-*+>]|\d{1,9}[.)])\s)/
const HEADING = /^#{2,6}(?![#\s])\S|^#{1,6}\u00a0/
/** One word that is no hashtag: a capital, then small letters. */
const HEADING_OF_ONE_SIGN = /^#\p{Lu}\p{Ll}+ [^#]{1,80}$/u
const ITEMS = [/^[•‣◦●▪·]\s*\S/, /^[*+-](?:\u00a0|(?=[\p{L}"“]))/u, /^[–—] ?\S/]
const NUMBER = /^(\d{1,3}|[a-z])([.)])(?![\d.])\s?\S/

/** Headings and lists that did not become any, as a blank or an empty line is missing. */
export function brokenLines(run: Phrasing, markdown: string): Misreading[] {
  if (run.node.type !== 'paragraph') return []
  const lines = linesOf(run.shown)
  const tell = ({ text, index }: Line, cause: string, mend: string): Misreading => {
    const start = run.start + index
    const end = start + text.length
    return { start, end, message: asTyped(markdown.slice(start, end), cause, mend) }
  }
  const found = lines.flatMap((line, i): Misreading[] => {
    const { text } = line
    const unseen = INVISIBLE.exec(text)?.[0]
    if (unseen) {
      return [
        tell(
          line,
          'a sign that nobody can see stands before it',
          'Delete what stands before it, and type it again.',
        ),
      ]
    }
    const isAlone = lines.length === 1 && HEADING_OF_ONE_SIGN.test(text) && !/[\p{P}]$/u.test(text)
    if (HEADING.test(text) || isAlone) {
      const [signs = '#'] = /^#+/.exec(text) ?? []
      const mend = `Write ${signs.length === 1 ? '##' : signs} ${clipped(text.slice(signs.length))}`
      return [tell(line, `an ordinary blank must stand behind ${signs} of a heading`, mend)]
    }
    if (/^={3,}$/.test(text) && lines.length === 1)
      return [tell(line, 'it makes no rule', 'Write --- for one.')]
    return listAt(lines, i) ?? []
  })
  return found

  function listAt(all: readonly Line[], i: number): Misreading[] | undefined {
    const [before, line, after] = [all[i - 1], all[i], all[i + 1]]
    if (!line || !after) return undefined
    const item = ITEMS.find((pattern) => pattern.test(line.text) && pattern.test(after.text))
    if (item && !(before && item.test(before.text))) {
      const mend = 'Begin each line with a hyphen and a blank for a list, or put an empty line between them.'
      return [tell(line, 'the lines run together into one', mend)]
    }
    if (follows(line, after) && !(before && follows(before, line))) {
      const isNumber = /^\d/.test(line.text)
      const mend = isNumber
        ? 'Put an empty line before the first of them, and a blank behind each number.'
        : 'Begin each line with a number, such as 1., and a blank, or put an empty line between them.'
      return [tell(line, 'the lines run together into one', mend)]
    }
    return undefined
  }
}

/** Whether the numbers or letters with which two lines begin follow one another. */
function follows(line: Line, next: Line): boolean {
  const [a, b] = [NUMBER.exec(line.text), NUMBER.exec(next.text)]
  if (!a?.[1] || !b?.[1] || a[2] !== b[2]) return false
  if (/\d/.test(a[1]) && /\d/.test(b[1])) return Number(b[1]) === Number(a[1]) + 1
  return a[1].length === 1 && b[1].length === 1 && b[1].charCodeAt(0) === a[1].charCodeAt(0) + 1
}

/** Without the signs of a quotation around them. */
function linesOf(shown: string): Line[] {
  let index = 0
  return shown.split('\n').map((whole) => {
    const [before = ''] = /^[ \t>]*/.exec(whole) ?? []
    const line = { text: whole.slice(before.length).trimEnd(), index: index + before.length }
    index += whole.length + 1
    return line
  })
}
