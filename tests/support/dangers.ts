import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

const SAFE_SCHEMES = ['http:', 'https:', 'mailto:', 'tel:']
const ADDRESSES = /^(href|src|srcSet|xLinkHref|action|formAction|data|poster|cite|ping|background)$/
/** All that Markdown itself can make. */
const TAGS = new Set(
  'a blockquote br button code del div em embed-card figcaption figure h2 h3 h4 h5 h6 hr image-gallery img input li ol p pre section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
)
/** Where a card may take its frame from. */
const FRAMES =
  /^https:\/\/(www\.youtube-nocookie\.com\/embed\/|platform\.twitter\.com\/embed\/|www\.google\.com\/maps|www\.openstreetmap\.org\/export\/embed\.html)/

/**
 * What of a body's HTML could run, load or restyle anything that an author may
 * not, as a parser sees it that has no part in making it: parse5, by the rules
 * that browsers follow.
 */
export function dangersIn(html: string): string[] {
  return elementsIn(fromHtml(html, { fragment: true })).flatMap(dangersOf)
}

/** Ids that two elements have. */
export function repeatedIds(html: string): unknown[] {
  const ids = elementsIn(fromHtml(html, { fragment: true })).flatMap(({ properties }) => properties.id ?? [])
  return ids.filter((id, i) => ids.indexOf(id) !== i)
}

function dangersOf({ tagName, properties }: Element): string[] {
  const found = TAGS.has(tagName) ? [] : [tagName]
  for (const [name, value] of Object.entries(properties)) {
    if (/^(on|style$|srcDoc$)/i.test(name)) found.push(name)
    if (ADDRESSES.test(name) && !SAFE_SCHEMES.includes(schemeOf(String(value)))) found.push(String(value))
    if (name === 'dataFrame' && !FRAMES.test(String(value))) found.push(String(value))
  }
  return found
}

function elementsIn(root: Nodes): Element[] {
  const found: Element[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'element') found.push(node)
    if (node.type === 'element' && node.tagName === 'template')
      walk(node.content ?? { type: 'root', children: [] })
    if ('children' in node) node.children.forEach(walk)
  }
  walk(root)
  return found
}

function schemeOf(address: string): string {
  return URL.parse(address, 'https://warta.example/')?.protocol ?? 'https:'
}
