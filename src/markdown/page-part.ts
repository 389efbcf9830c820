import { defineHastPlugin } from 'satteri'
import { FOOTNOTES_ID } from './label-marks.ts'

/** A part of a page with a text of its own, such as an entry of live coverage: by the id and the depth of its heading. */
export interface PagePart {
  id: string
  depth: number
}

/** The id in the page of what has an id in the text; with two hyphens, which no name of a part has. */
export function idWithin({ id }: PagePart, inText: string): string {
  return `${id}--${inText}`
}

/** The depth in the page of a heading that has a depth in the text, where 2 is the first. */
export function depthWithin(part: PagePart | undefined, depth: number): number {
  return part ? Math.min(6, depth + part.depth - 1) : depth
}

/** Gives the heading of the footnotes, which Sätteri names the same in each text, an id of the part. */
export function footnotesWithin(part: PagePart) {
  return defineHastPlugin({
    name: 'footnotes-within',
    element: {
      filter: ['h2', 'a'],
      visit(node, ctx) {
        const { id, ariaDescribedBy } = node.properties
        if (id === FOOTNOTES_ID) ctx.setProperty(node, 'id', idWithin(part, FOOTNOTES_ID))
        if (String(ariaDescribedBy) === FOOTNOTES_ID)
          ctx.setProperty(node, 'ariaDescribedBy', idWithin(part, FOOTNOTES_ID))
      },
    },
  })
}
