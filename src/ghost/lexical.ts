import { escapeHtml } from '#moving-in/html.ts'
import { cardHtml } from './cards.ts'
import type { Row } from './export-parser.ts'
import { listOf, rowOf, text } from './row.ts'

/** Bits of a text's format, and the element of each, the innermost first. */
const FORMATS: [number, string][] = [
  [16, 'code'],
  [64, 'sup'],
  [32, 'sub'],
  [4, 's'],
  [8, 'u'],
  [128, 'mark'],
  [2, 'em'],
  [1, 'strong'],
]

/** The HTML of a text of Ghost's editor since 5.0. `onUnknown` is called for cards that are not known. @throws SyntaxError */
export function lexicalHtml(source: string, onUnknown: (name: string) => void): string {
  return children(rowOf(rowOf(JSON.parse(source)).root), onUnknown)
}

function children(node: Row, onUnknown: (name: string) => void): string {
  return listOf(node.children)
    .map((child) => htmlOf(rowOf(child), onUnknown))
    .join('')
}

function htmlOf(node: Row, onUnknown: (name: string) => void): string {
  const inner = () => children(node, onUnknown)
  const type = text(node, 'type').replace(/^extended-/, '')
  switch (type) {
    case 'text':
    case 'tk':
      return marked(node)
    case 'linebreak':
      return '<br>'
    case 'paragraph':
      return `<p>${inner()}</p>`
    case 'heading': {
      const tag = /^h[1-6]$/.test(text(node, 'tag')) ? text(node, 'tag') : 'h2'
      return `<${tag}>${inner()}</${tag}>`
    }
    case 'link':
    case 'autolink':
    case 'at-link':
      return `<a href="${escapeHtml(text(node, 'url'))}">${inner()}</a>`
    case 'list': {
      const tag = text(node, 'listType') === 'number' ? 'ol' : 'ul'
      return `<${tag}>${items(node, onUnknown)}</${tag}>`
    }
    case 'quote':
      return `<blockquote><p>${inner()}</p></blockquote>`
    case 'aside':
      return `<figure class="wp-block-pullquote"><blockquote><p>${inner()}</p></blockquote></figure>`
    default: {
      const html = cardHtml(type, node)
      if (html === undefined) onUnknown(type)
      return html ?? inner()
    }
  }
}

/** The items of a list. The editor keeps a list within an item as an item of its own behind it. */
function items(list: Row, onUnknown: (name: string) => void): string {
  const made: string[] = []
  for (const item of listOf(list.children).map(rowOf)) {
    const isInner = text(rowOf(listOf(item.children)[0]), 'type') === 'list'
    const before = isInner ? (made.pop() ?? '') : ''
    made.push(before + children(item, onUnknown))
  }
  return made.map((item) => `<li>${item}</li>`).join('')
}

function marked(node: Row): string {
  const format = Number(node.format) || 0
  return FORMATS.reduce(
    (html, [bit, tag]) => (format & bit ? `<${tag}>${html}</${tag}>` : html),
    escapeHtml(text(node, 'text')),
  )
}
