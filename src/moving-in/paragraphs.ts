import type { Element, ElementContent, Root, RootContent } from 'hast'
import { element } from './html.ts'

const BLOCKS = new Set(
  (
    'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr iframe legend li main nav ol p pre script section style summary table tbody ' +
    'td textarea tfoot th thead tr ul video'
  ).split(' '),
)
const HOLD_PARAGRAPHS = new Set(
  'article aside blockquote center div fieldset footer header main section'.split(' '),
)
/** They hold paragraphs only where somebody has left a line empty. */
const MAY_HOLD_PARAGRAPHS = new Set(['dd', 'li', 'td', 'th'])
const VERBATIM = new Set(['code', 'pre', 'script', 'style', 'textarea'])
const EMPTY_LINE = /\n[^\S\n]*\n\s*/

/**
 * What WordPress does with a text of the classic editor before it shows it
 * (wpautop): an empty line ends a paragraph, and a line's end breaks the line.
 * Within a paragraph that the author marked up, a line's end stays a blank.
 */
export function withParagraphs(tree: Root): Root {
  return { ...tree, children: flow(tree.children) as RootContent[] }
}

function flow(children: readonly RootContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = () => {
    for (const part of splitAtEmptyLines(run)) {
      const lines = trimmed(withBreaks(part))
      if (lines.length > 0) result.push(element('p', lines))
    }
    run = []
  }
  for (const child of children) {
    if (child.type !== 'element' || !BLOCKS.has(child.tagName)) {
      run.push(child as ElementContent)
      continue
    }
    flush()
    result.push(...block(child))
  }
  flush()
  return result
}

function block(node: Element): Element[] {
  if (VERBATIM.has(node.tagName)) return [node]
  if (node.tagName === 'p') {
    const parts = splitAtEmptyLines(node.children)
    return parts.length < 2 ? [node] : parts.map((children) => ({ ...node, children }))
  }
  const paragraphs =
    HOLD_PARAGRAPHS.has(node.tagName) ||
    (MAY_HOLD_PARAGRAPHS.has(node.tagName) &&
      node.children.some((child) => child.type === 'text' && EMPTY_LINE.test(child.value.trim())))
  const children = paragraphs
    ? flow(node.children)
    : node.children.flatMap((child): ElementContent[] => (child.type === 'element' ? block(child) : [child]))
  return [{ ...node, children }]
}

/** Inline content as paragraphs; an element that goes over an empty line stands in both. */
function splitAtEmptyLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  const add = (pieces: ElementContent[][]) => {
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) parts.push([])
      parts.at(-1)?.push(...piece)
    }
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      add(node.value.split(EMPTY_LINE).map((value) => [{ type: 'text', value }]))
    } else if (node.type === 'element' && !VERBATIM.has(node.tagName) && !BLOCKS.has(node.tagName)) {
      add(splitAtEmptyLines(node.children).map((children) => [{ ...node, children }]))
    } else {
      add([[node]])
    }
  }
  return parts
}

function withBreaks(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') {
      const verbatim = VERBATIM.has(node.tagName) || BLOCKS.has(node.tagName)
      return [verbatim ? node : { ...node, children: withBreaks(node.children) }]
    }
    if (node.type !== 'text' || !node.value.includes('\n')) return [node]
    return node.value
      .split('\n')
      .flatMap((value, i): ElementContent[] => [
        ...(i > 0 ? [element('br', [])] : []),
        { type: 'text', value },
      ])
  })
}

/** Without blanks and breaks at both ends; none where nothing else is there. */
function trimmed(nodes: ElementContent[]): ElementContent[] {
  const isBlank = (node: ElementContent | undefined) =>
    (node?.type === 'text' && node.value.trim() === '') || (node?.type === 'element' && node.tagName === 'br')
  const first = nodes.findIndex((node) => !isBlank(node))
  if (first === -1) return []
  return nodes.slice(first, nodes.findLastIndex((node) => !isBlank(node)) + 1)
}
