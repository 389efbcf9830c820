import type { Nodes, Root } from 'mdast'
import { markdownToMdast } from 'satteri'
import { asCommonMark } from './as-common-mark.ts'
import { DIALECT } from './dialect.ts'

/** Characters of an excerpt. */
const LONGEST = 140

/** The words of a Markdown body without its markup, its blocks parted by line breaks: pictures and HTML are none. */
export function plainText(markdown: string): string {
  const tree = markdownToMdast(asCommonMark(markdown).markdown, { features: DIALECT }) as Root
  return blocksOf(tree).filter(Boolean).join('\n')
}

/** The beginning of a body without markup, cut between words where it is long. */
export function excerptOf(markdown: string): string {
  const [first = ''] = plainText(markdown).split('\n')
  const letters = Array.from(new Intl.Segmenter().segment(first), ({ segment }) => segment)
  if (letters.length <= LONGEST) return first
  const cut = letters.slice(0, LONGEST).join('')
  return `${cut.replace(/\s+\S*$/, '').replace(/[\s,;:.]+$/, '')} …`
}

function blocksOf(node: Nodes): string[] {
  if (node.type === 'definition' || node.type === 'html') return []
  const isOfBlocks = 'children' in node && node.children.some(isBlock)
  return isOfBlocks ? node.children.flatMap(blocksOf) : [wordsIn(node).replace(/\s+/g, ' ').trim()]
}

function isBlock({ type }: Nodes): boolean {
  return BLOCKS.has(type)
}

const BLOCKS = new Set<Nodes['type']>([
  ...(['blockquote', 'code', 'definition', 'footnoteDefinition', 'heading', 'html', 'list'] as const),
  ...(['listItem', 'paragraph', 'table', 'tableRow', 'tableCell', 'thematicBreak'] as const),
])

function wordsIn(node: Nodes): string {
  if (node.type === 'html' || node.type === 'footnoteReference') return ''
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map(wordsIn).join('')
  return 'value' in node ? node.value : ''
}
