import type { Element } from 'hast'
import { defineHastPlugin } from 'satteri'
import { captionOf } from './caption.ts'
import { enlargeable, isLarge } from './enlargement.ts'
import { type GalleryLabels, galleryOf, isGallery } from './galleries.ts'
import type { LabelMarks } from './label-marks.ts'
import { UNWRITTEN_ALT } from './unwritten-alt.ts'
import { writtenPath } from './written-path.ts'

/** Attributes for an `img`: address, size in pixels, and candidates where there are any. */
interface ResolvedImage {
  src: string
  width: number
  height: number
  srcset?: string | undefined
  sizes?: string | undefined
}

export type ResolveImage = (path: string) => Promise<ResolvedImage>

export interface FigureOptions {
  resolve: ResolveImage
  /** Stands before a credit. */
  credit: string
  /** Absent where several pictures just follow one another, as in a feed. */
  gallery?: GalleryLabels | undefined
  marks: LabelMarks
  /** Told for each picture that can be enlarged, and for each gallery. */
  onUse: (what: 'enlargement' | 'gallery') => void
}

/**
 * Real image files for the paths of the Markdown, a captioned figure for an
 * image that stands alone, a gallery for several that stand line by line.
 */
export function figures({ resolve, credit, gallery, marks, onUse }: FigureOptions) {
  let galleries = 0
  return [
    defineHastPlugin({
      name: 'images',
      element: {
        filter: ['img'],
        async visit(node, ctx) {
          const { src, srcset, width, height, sizes } = await resolve(
            writtenPath(String(node.properties.src ?? '')),
          )
          if (String(node.properties.alt).trim() === UNWRITTEN_ALT) ctx.setProperty(node, 'alt', '')
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
          const parts = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
          const images = parts.filter(
            (part) => part.type === 'element' && part.tagName === 'img',
          ) as Element[]
          const [first] = images
          if (first && parts.length === 1) {
            const figure = figureOf(first, credit, marks)
            if (!gallery || !isLarge(first)) return figure
            onUse('enlargement')
            return enlargeable(figure, gallery.enlarge, marks)
          }
          if (!isGallery(node.children)) return undefined
          const all = images.map((image) => figureOf(image, credit, marks))
          if (!gallery) return { type: 'element', tagName: 'div', properties: {}, children: all }
          galleries += 1
          onUse('enlargement')
          onUse('gallery')
          return galleryOf(all, { ...gallery, name: `${gallery.name} ${galleries}` }, marks)
        },
      },
    }),
  ]
}

function figureOf(image: Element, credit: string, marks: LabelMarks): Element {
  const { title, ...properties } = image.properties
  const caption = captionOf(title, credit, marks)
  const picture: Element = { type: 'element', tagName: 'img', properties, children: [] }
  return {
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: caption ? [picture, caption] : [picture],
  }
}
