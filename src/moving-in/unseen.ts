import type { Element, Root, RootContent } from 'hast'
import { attribute } from './html.ts'

/** Elements that mark words, and show nothing without any. */
const MARKS = new Set(
  (
    'a abbr b bdi bdo big center cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup ' +
    'tt u var'
  ).split(' '),
)
/** Elements for a program, and for the head of a page. */
const FOR_PROGRAMS = new Set('base link meta template title'.split(' '))
/** The script of a post or a clip from elsewhere, whose link is kept. */
const KNOWN_SCRIPT = /platform\.twitter|instagram\.com\/embed|tiktok\.com\/embed|facebook|connect\./

/**
 * A text without what readers do not see: comments, scripts, marks around nothing. For each of a long row of these the
 * conversion would look for the next words behind them. Texts around them are joined, so that an empty line is seen as
 * one. `onDropped` is called for scripts and style sheets.
 */
export function withoutUnseen(tree: Root, onDropped: (name: string) => void): Root {
  const isUnseen = (node: RootContent): boolean => {
    if (node.type === 'comment' || node.type === 'doctype') return true
    if (node.type !== 'element') return false
    if (node.tagName === 'script' && !KNOWN_SCRIPT.test(attribute(node, 'src'))) onDropped('a script')
    if (node.tagName === 'style') onDropped('a style sheet')
    return ['script', 'style'].includes(node.tagName) || FOR_PROGRAMS.has(node.tagName)
  }
  const clean = (children: readonly RootContent[]): RootContent[] => {
    const kept: RootContent[] = []
    for (const child of children) {
      if (isUnseen(child)) continue
      const node =
        child.type === 'element'
          ? { ...child, children: clean(child.children) as Element['children'] }
          : child
      if (node.type === 'element' && isHollow(node)) continue
      const before = kept.at(-1)
      if (node.type === 'text' && before?.type === 'text')
        kept[kept.length - 1] = { ...before, value: before.value + node.value }
      else kept.push(node)
    }
    return kept
  }
  return { ...tree, children: clean(tree.children) }
}

function isHollow(node: Element): boolean {
  return node.children.length === 0 && MARKS.has(node.tagName) && attribute(node, 'dataFn') === ''
}
