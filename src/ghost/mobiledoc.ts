import { escapeHtml } from '#moving-in/html.ts'
import { cardHtml } from './cards.ts'
import { listOf, rowOf, text } from './row.ts'

const MARKS = new Set('a b code em i s strong sub sup u'.split(' '))
const SECTIONS = new Set('aside blockquote h1 h2 h3 h4 h5 h6 p pull-quote'.split(' '))

/** The HTML of a text of Ghost's editors from 1.0 to 4. `onUnknown` is called for cards that are not known. @throws SyntaxError */
export function mobiledocHtml(source: string, onUnknown: (name: string) => void): string {
  const { sections, markups, atoms, cards } = rowOf(JSON.parse(source))
  const markers = (list: unknown): string => {
    const open: string[] = []
    return listOf(list)
      .map((marker) => {
        const [kind, opened, closed, value] = listOf(marker)
        let html = ''
        for (const index of listOf(opened)) {
          const { tag, attributes } = markup(listOf(markups)[Number(index)])
          open.push(tag)
          html += tag && `<${tag}${attributes}>`
        }
        html += kind === 1 ? atom(listOf(atoms)[Number(value)]) : escapeHtml(String(value ?? ''))
        for (let left = Number(closed) || 0; left > 0 && open.length > 0; left--) {
          const tag = open.pop()
          html += tag && `</${tag}>`
        }
        return html
      })
      .join('')
  }
  return listOf(sections)
    .map((section) => {
      const [kind, first, second] = listOf(section)
      if (kind === 1) return block(String(first), markers(second))
      if (kind === 2) return `<figure><img src="${escapeHtml(String(first))}"></figure>`
      if (kind === 3) {
        const tag = first === 'ol' ? 'ol' : 'ul'
        const items = listOf(second).map((item) => `<li>${markers(item)}</li>`)
        return `<${tag}>${items.join('')}</${tag}>`
      }
      const [name, payload] = listOf(listOf(cards)[Number(first)])
      const html = cardHtml(String(name), rowOf(payload))
      if (html === undefined) onUnknown(String(name))
      return html ?? ''
    })
    .join('')
}

function block(tag: string, html: string): string {
  if (tag === 'pull-quote' || tag === 'aside')
    return `<figure class="wp-block-pullquote"><blockquote><p>${html}</p></blockquote></figure>`
  if (tag === 'blockquote') return `<blockquote><p>${html}</p></blockquote>`
  const known = SECTIONS.has(tag) ? tag : 'p'
  return `<${known}>${html}</${known}>`
}

function markup(value: unknown): { tag: string; attributes: string } {
  const [name, list] = listOf(value)
  const tag = MARKS.has(String(name)) ? String(name) : ''
  const attributes = listOf(list)
  const href = attributes[attributes.indexOf('href') + 1]
  const isLink = tag === 'a' && attributes.includes('href')
  return { tag, attributes: isLink ? ` href="${escapeHtml(String(href))}"` : '' }
}

function atom(value: unknown): string {
  const [name, words, payload] = listOf(value)
  if (name === 'soft-return') return '<br>'
  return escapeHtml(String(words ?? '') || text(rowOf(payload), 'text'))
}
