import type { Nodes } from 'mdast'
import { type Phrasing, rangeOf } from './phrasing.ts'
import type { SourceEdit } from './source-edits.ts'

const SINGLE = /(?<!~)~(?!~)/g
const TWO = /(?<!~)~(?!~)[\s\S]*?(?<!~)~(?!~)/

/** Whether a text may hold single tildes that the parser takes for marks. */
export function mayStrike(markdown: string): boolean {
  return TWO.test(markdown)
}

/**
 * Escapes single tildes, `20~25 or 30~35`, where the parser would strike out what stands between two of them: only
 * `~~` does that. All of the run of words are escaped, as one that is left alone could find another.
 */
export function singleTildes(runs: readonly Phrasing[], markdown: string): SourceEdit[] {
  return runs.flatMap(({ node, start, words }) => {
    const marks = strikesIn(node, markdown)
    if (marks.length === 0) return []
    const others = [...words.matchAll(SINGLE)].map(({ index }) => start + index)
    return [...new Set([...marks, ...others])].map((at) => ({ at, cut: 0, put: '\\' }))
  })
}

/** The places of the tildes that strike out and are single. */
function strikesIn(node: Nodes, markdown: string): number[] {
  const inside = 'children' in node ? node.children.flatMap((child) => strikesIn(child, markdown)) : []
  const [start, end] = rangeOf(node)
  return node.type === 'delete' && markdown[start + 1] !== '~' ? [start, ...inside, end - 1] : inside
}
