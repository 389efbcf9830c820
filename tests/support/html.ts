import type { Element, Nodes } from 'hast'
import { htmlToHast } from 'satteri'

/** Every element that a browser would make of a piece of HTML, in order. */
export function elementsOf(html: string): Element[] {
  const found: Element[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'element') found.push(node)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(htmlToHast(html, { fragment: true }) as Nodes)
  return found
}

/** The text of an element and all below it. */
export function textOf(node: Nodes | undefined): string {
  if (!node) return ''
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
