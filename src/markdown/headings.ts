import type Slugger from 'github-slugger'
import { defineHastPlugin } from 'satteri'

/** A heading of a body, for its table of contents. */
export interface Heading {
  /** 2 to 6 */
  depth: number
  id: string
  text: string
}

/** Gives each heading an id and, with a label, a link to itself; tells the headings to `found` in order. */
export function headings(slugger: Slugger, found: Heading[], linkLabel: string | undefined) {
  return defineHastPlugin({
    name: 'headings',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx) {
        // The heading of the footnotes comes with its id, and stays out of the contents.
        if (typeof node.properties.id === 'string') return
        const text = ctx.textContent(node)
        const id = slugger.slug(/[\p{L}\p{N}]/u.test(text) ? text : 'section')
        const depth = Math.max(2, Number(node.tagName.slice(1)))
        found.push({ depth, id, text })
        const link = {
          type: 'element' as const,
          tagName: 'a',
          properties: { href: `#${id}`, className: ['heading-link'], ariaLabel: `${linkLabel}: ${text}` },
          children: [{ type: 'text' as const, value: '#' }],
        }
        return {
          type: 'element',
          tagName: `h${depth}`,
          properties: { id },
          children:
            linkLabel === undefined
              ? [...node.children]
              : [...node.children, { type: 'text', value: ' ' }, link],
        }
      },
    },
  })
}
