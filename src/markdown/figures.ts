import type { Element, ElementContent } from 'hast'
import { defineHastPlugin } from 'satteri'
import { writtenPath } from './find-images.ts'

/** Attributes for an `img`: address, size in pixels, and candidates where there are any. */
interface ResolvedImage {
  src: string
  width: number
  height: number
  srcset?: string | undefined
  sizes?: string | undefined
}

export type ResolveImage = (path: string) => Promise<ResolvedImage>

/** Real image files for the paths of the Markdown, and a captioned figure for an image that stands alone. */
export function figures(resolve: ResolveImage) {
  return [
    defineHastPlugin({
      name: 'images',
      element: {
        filter: ['img'],
        async visit(node, ctx) {
          const { src, srcset, width, height, sizes } = await resolve(
            writtenPath(String(node.properties.src ?? '')),
          )
          const attributes = { src, srcset, sizes, width, height, loading: 'lazy', decoding: 'async' }
          for (const [name, value] of Object.entries(attributes)) {
            if (value !== undefined) ctx.setProperty(node, name, value)
          }
        },
      },
    }),
    defineHastPlugin({
      name: 'figures',
      element: {
        filter: ['p'],
        visit(node): Element | undefined {
          const [image, ...others] = node.children.filter(
            (child) => child.type !== 'text' || child.value.trim() !== '',
          )
          if (others.length > 0 || image?.type !== 'element' || image.tagName !== 'img') return undefined
          const { title, ...properties } = image.properties
          const children: ElementContent[] = [{ type: 'element', tagName: 'img', properties, children: [] }]
          if (typeof title === 'string' && title !== '') {
            children.push({
              type: 'element',
              tagName: 'figcaption',
              properties: {},
              children: [{ type: 'text', value: title }],
            })
          }
          return { type: 'element', tagName: 'figure', properties: {}, children }
        },
      },
    }),
  ]
}
