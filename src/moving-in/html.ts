import type { Element, ElementContent, Nodes } from 'hast'

/** A text as it stands in HTML, in an element or an attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** How many elements may lie in one another. Parsers and what walks their trees take ages, or all of the stack, for more. */
const DEEPEST = 1000
const HTML_TAG = /<(\/?)([a-z][a-z\d-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi
/** They hold nothing, or end where the next one begins. */
const UNNESTED = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
)

/** Whether HTML is nested deeper than anybody writes. Takes time in proportion to it. */
export function isTooDeep(html: string): boolean {
  // Less cannot be so deep.
  if (html.length < DEEPEST * 3) return false
  let depth = 0
  for (const [, slash, name = ''] of html.matchAll(HTML_TAG)) {
    if (UNNESTED.has(name.toLowerCase())) continue
    depth = Math.max(0, depth + (slash ? -1 : 1))
    if (depth > DEEPEST) return true
  }
  return false
}

export function isElement(node: Nodes | undefined, ...names: string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

export function hasClass(element: Element, ...names: string[]): boolean {
  const classes = element.properties.className
  return Array.isArray(classes) && names.some((name) => classes.includes(name))
}

/** An attribute as text; empty where there is none. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The first element of these names below a node, in the document's order. */
export function findElement(node: Nodes, ...names: string[]): Element | undefined {
  return elementsIn(node, ...names)[0]
}

/** All elements of these names below a node, in order. */
export function elementsIn(node: Nodes, ...names: string[]): Element[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : [...(names.includes(child.tagName) ? [child] : []), ...elementsIn(child, ...names)],
  )
}

export function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}
