import type { OldBody } from '#moving-in/record.ts'
import type { Row } from './export-parser.ts'
import { lexicalHtml } from './lexical.ts'
import { mobiledocHtml } from './mobiledoc.ts'
import { renderedHtml } from './rendered.ts'
import { text } from './row.ts'

/** Ghost writes this for its own address, so that an export tells of none. */
const OWN = /__GHOST_URL__\/?/g

/** Addresses of the site itself as paths of it. */
export function withOwnAddresses(html: string): string {
  return html.replace(OWN, '/')
}

/** The text of a post: the HTML that Ghost has made of it, else what its editors keep. */
export function bodyOf(post: Row): OldBody {
  const html = text(post, 'html')
  if (html.trim()) {
    const rendered = renderedHtml(withOwnAddresses(html))
    return { ...rendered, linesMatter: false }
  }
  const unknown = new Set<string>()
  const notes: string[] = []
  const read = (field: string, toHtml: typeof lexicalHtml): string => {
    const source = text(post, field)
    try {
      return source && toHtml(withOwnAddresses(source), (name) => unknown.add(name))
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
      notes.push(`its text in the field "${field}" cannot be read`)
      return ''
    }
  }
  const made = read('lexical', lexicalHtml) || read('mobiledoc', mobiledocHtml)
  if (unknown.size > 0) notes.push(`cards that are not known, left out: ${[...unknown].join(', ')}`)
  return { html: made, linesMatter: false, notes }
}
