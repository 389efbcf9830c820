import Slugger from 'github-slugger'
import type { Element } from 'hast'
import { defineHastPlugin } from 'satteri'
import { FOOTNOTES_ID, type LabelMarks } from './label-marks.ts'
import { depthWithin, idWithin, type PagePart } from './page-part.ts'

/** A heading of a body, for its table of contents. */
export interface Heading {
  /** 2 to 6 */
  depth: number
  id: string
  text: string
}

/** The ids of a body's sections, asked for in order, each from its heading's text; none is one of `taken`. */
export function sectionIds(taken: readonly string[]): (text: string) => string {
  let slugger: Slugger | undefined
  return (text) => {
    // Made for the first heading: most bodies of news have none, and it takes longer than they to read.
    if (!slugger) {
      slugger = new Slugger()
      for (const id of [FOOTNOTES_ID, ...taken]) slugger.slug(id)
    }
    return slugger.slug(/[\p{L}\p{N}]/u.test(text) ? text : 'section')
  }
}

/** The depth in the page of a heading of the Markdown: a page has its level-one heading already. */
export function depthOf(tagName: string): number {
  return Math.max(2, Number(tagName.slice(1)))
}

/**
 * Gives each heading an id and, with a label, a link to itself beside it; tells the headings to `found` in order. The
 * link is no part of the heading, whose name would say the text twice, and its sign is the stylesheet's: it is in no
 * text that a reader copies.
 */
export function headings(
  idFor: (text: string) => string,
  found: Heading[],
  linkLabel: string | undefined,
  { label }: LabelMarks,
  within?: PagePart,
) {
  return defineHastPlugin({
    name: 'headings',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, ctx): Element | undefined {
        // The heading of the footnotes comes with its id, and stays out of the contents.
        if (typeof node.properties.id === 'string') return undefined
        const text = ctx.textContent(node)
        const id = within ? idWithin(within, idFor(text)) : idFor(text)
        const depth = depthWithin(within, depthOf(node.tagName))
        found.push({ depth, id, text })
        const heading: Element = {
          type: 'element',
          tagName: `h${depth}`,
          properties: { id },
          children: [...node.children],
        }
        if (linkLabel === undefined) return heading
        const link: Element = {
          type: 'element',
          tagName: 'a',
          properties: {
            ...{ href: `#${id}`, className: ['heading-link'], ariaLabel: `${linkLabel}: ${text}` },
            ...label,
          },
          children: [],
        }
        return {
          type: 'element',
          tagName: 'div',
          properties: { className: ['heading', `heading-${depth}`] },
          children: [heading, link],
        }
      },
    },
  })
}
