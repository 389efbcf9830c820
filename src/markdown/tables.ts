import { defineHastPlugin } from 'satteri'
import type { LabelMarks } from './label-marks.ts'

/**
 * Puts each table into a region that scrolls by itself, by keyboard too, so
 * that a wide one does not widen a phone's page; alignment becomes a class, so
 * that no author's text carries a style attribute.
 */
export function scrollableTables(label: string, marks: LabelMarks) {
  let count = 0
  return [
    defineHastPlugin({
      name: 'cell-alignment',
      element: {
        filter: ['th', 'td'],
        visit(node, ctx) {
          const align = /text-align:\s*(left|center|right)/.exec(String(node.properties.style ?? ''))?.[1]
          if (!align) return
          ctx.setProperty(node, 'style', null)
          ctx.setProperty(node, 'className', [`align-${align}`])
        },
      },
    }),
    defineHastPlugin({
      name: 'scrollable-tables',
      element: {
        filter: ['table'],
        visit(node, ctx) {
          count += 1
          for (const [name, value] of Object.entries(marks.text)) ctx.setProperty(node, name, value)
          ctx.wrapNode(node, {
            type: 'element',
            tagName: 'div',
            properties: {
              className: ['table-scroll'],
              role: 'region',
              tabIndex: 0,
              ariaLabel: `${label} ${count}`,
              ...(marks.label.lang && { lang: marks.label.lang }),
            },
            children: [],
          })
        },
      },
    }),
  ]
}
