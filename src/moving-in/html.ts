import type { Element, ElementContent, Nodes } from 'hast'

/** A text as it stands in HTML, in an element or an attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character)
}

/** How many elements may lie in one another. Parsers and what walks their trees take ages, or all of the stack, for more. */
const DEEPEST = 1000
/** How many tags a text may have: the longest articles have a few thousand. */
const MOST_TAGS = 100_000
/** How deep its tags may lie all together, as work is done again at each element around them. */
const MOST_DEPTH = 8_000_000
const HTML_TAG = /<(\/?)([a-z][a-z\d-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi
/** They hold nothing, or end where the next one begins. */
const UNNESTED = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(
    ' ',
  ),
)

/** Why HTML is no text that anybody has written; undefined for any other. Takes time in proportion to it. */
export function htmlExcess(html: string): string | undefined {
  // Less cannot be so deep.
  if (html.length < DEEPEST * 3) return undefined
  let depth = 0
  let tags = 0
  let depths = 0
  for (const [, slash, name = ''] of html.matchAll(HTML_TAG)) {
    if (++tags > MOST_TAGS) return `its HTML has more than ${MOST_TAGS.toLocaleString('en')} tags`
    if (!UNNESTED.has(name.toLowerCase())) depth = Math.max(0, depth + (slash ? -1 : 1))
    depths += depth
    if (depth > DEEPEST || depths > MOST_DEPTH) return 'its HTML is nested too deep to be read'
  }
  return undefined
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
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const found = names.includes(child.tagName) ? child : findElement(child, ...names)
    if (found) return found
  }
  return undefined
}

/** All elements of these names below a node, in order. */
export function elementsIn(node: Nodes, ...names: string[]): Element[] {
  const found: Element[] = []
  const walk = (parent: Nodes) => {
    if (!('children' in parent)) return
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      if (names.includes(child.tagName)) found.push(child)
      walk(child)
    }
  }
  walk(node)
  return found
}

export function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}
