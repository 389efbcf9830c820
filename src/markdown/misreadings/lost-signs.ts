import type { Nodes } from 'mdast'
import { rangeOf } from '#markdown/phrasing.ts'
import { clipped, type Misreading, wordAfter, wordBefore } from './misreading.ts'

/** A letter or digit of a script that puts blanks between words: nobody begins bold or code right behind one. */
const LETTER =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}])[\p{L}\p{N}]/u

/**
 * Signs that were meant as they are and became marks, so that no reader would see them: the stars of `2*3*4` and of
 * words with letters left out, and apostrophes that are backticks.
 */
export function lostSigns(node: Nodes, markdown: string): Misreading[] {
  const inside = 'children' in node ? node.children.flatMap((child) => lostSigns(child, markdown)) : []
  if (node.type !== 'emphasis' && node.type !== 'strong' && node.type !== 'inlineCode') return inside
  const [start, end] = rangeOf(node)
  const [before = '', after = ''] = [markdown[start - 1], markdown[end]]
  const piece = markdown.slice(start, end)
  const isOfNumbers = /\d/.test(before) && /\d/.test(after) && node.type !== 'inlineCode'
  if (!LETTER.test(before) || !LETTER.test(after) || !(isOfNumbers || /\s/.test(piece))) return inside
  const sign = markdown[start] ?? ''
  const became = { emphasis: 'italics', strong: 'bold', inlineCode: 'code' }[node.type]
  const mend =
    sign === '`' ? "Write ' where an apostrophe is meant." : `Write \\${sign} where the sign itself is meant.`
  const message = `readers would not see the signs ${sign} around ${clipped(wordBefore(markdown, start) + piece + wordAfter(markdown, end))}: what stands between them becomes ${became}. ${mend}`
  return [...inside, { start, end, message }]
}
