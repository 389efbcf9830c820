import type { Nodes, Root } from 'mdast'

/** A paragraph, a heading or a cell: a run of words, as its author typed it. */
export interface Phrasing {
  /** Where it starts in the Markdown. */
  start: number
  /**
   * What readers see of the source, sign by sign; code, HTML, escaped signs and the marks of Markdown that works
   * are `HIDDEN`, so that what looks like a mark in it is one that does not work.
   */
  shown: string
  /** The same, with web addresses hidden too. */
  words: string
  node: Nodes
  parent: Nodes
}

export const HIDDEN = '\uFFFC'

const ESCAPED = /\\[!-/:-@[-`{-~]/g

/** All of a tree's runs of words in order. */
export function phrasingIn(root: Root, markdown: string): Phrasing[] {
  const found: Phrasing[] = []
  const walk = (node: Nodes, parent: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      if (node.children.length > 0) found.push(phrasing(node, parent, markdown))
    } else if ('children' in node) {
      for (const child of node.children) walk(child, node)
    }
  }
  walk(root, root)
  return found
}

/** From where to where a node stands in the Markdown. */
export function rangeOf(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}

function phrasing(node: Nodes, parent: Nodes, markdown: string): Phrasing {
  const [start, end] = rangeOf(node)
  const shown = hidden(markdown.slice(start, end))
  const words = [...shown]
  const show = (child: Nodes, isAddress: boolean) => {
    const [from, to] = rangeOf(child)
    if (child.type === 'text') {
      const typed = markdown.slice(from, to).replace(ESCAPED, HIDDEN.repeat(2))
      for (let i = 0; i < typed.length; i++) {
        shown[from - start + i] = typed[i] ?? ''
        if (!isAddress) words[from - start + i] = typed[i] ?? ''
      }
    } else if (child.type === 'break') {
      for (let i = from; i < to; i++) words[i - start] = shown[i - start] = HIDDEN
    } else if ('children' in child) {
      const isBare = child.type === 'link' && markdown[from] !== '['
      // An address in angle brackets is one that works.
      if (!isBare || markdown[from] !== '<')
        for (const part of child.children) show(part, isAddress || isBare)
    }
  }
  if ('children' in node) for (const child of node.children) show(child, false)
  return { start, shown: shown.join(''), words: words.join(''), node, parent }
}

/** Line ends stay, as what stands at the start of a line may be meant to be a mark. */
function hidden(text: string): string[] {
  return text.split('').map((sign) => (sign === '\n' ? sign : HIDDEN))
}
