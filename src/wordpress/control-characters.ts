import { slipsIn } from './slips.ts'

/**
 * Stands for a control character until a text's end: a code point that Unicode
 * keeps out of texts for ever, and XML lets pass.
 */
const MARK = '\ufdd0'
// What XML 1.0 allows nowhere (section 2.2), but for lone surrogates, which no decoder makes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const MARKS = new RegExp(MARK, 'g')

/** XML text whose forbidden characters are each one mark, so that no place in it moves. */
export function markForbidden(xml: string): string {
  return xml.replace(FORBIDDEN, MARK)
}

/** A text without its marks, and how many there were. */
export function withoutMarks(text: string): { text: string; marks: number } {
  if (!text.includes(MARK)) return { text, marks: 0 }
  const clean = text.replace(MARKS, '')
  return { text: clean, marks: text.length - clean.length }
}

/** How many bytes a piece of marked XML had in its file. A mark was a byte, but for two characters nobody uses. */
export function bytesOf(marked: string, encoding: string): number {
  if (encoding.startsWith('utf-16')) return marked.length * 2
  if (encoding !== 'utf-8') return marked.length
  return Buffer.byteLength(marked) - (withoutMarks(marked).marks + slipsIn(marked)) * 2
}
