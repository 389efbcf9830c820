import type { Element, ElementContent } from 'hast'
import { linkToPicture } from './enlargement.ts'
import type { LabelMarks } from './label-marks.ts'

export interface GalleryLabels {
  /** Of a row of pictures. */
  name: string
  /** Of the link to a picture in full size. */
  enlarge: string
}

/** Two or more images and nothing else, each on a line of its own. */
export function isGallery(children: readonly ElementContent[]): boolean {
  const isImage = (child: ElementContent) => child.type === 'element' && child.tagName === 'img'
  const isBreak = (child: ElementContent) => child.type === 'element' && child.tagName === 'br'
  const places = children.flatMap((child, place) => (isImage(child) ? [place] : []))
  const between = places.slice(1).map((place, i) => children.slice((places[i] ?? 0) + 1, place))
  return (
    places.length > 1 &&
    children.every((child) =>
      child.type === 'text' ? child.value.trim() === '' : isImage(child) || isBreak(child),
    ) &&
    between.every((gap) =>
      gap.some((child) => isBreak(child) || (child.type === 'text' && child.value.includes('\n'))),
    )
  )
}

/** A row that scrolls by itself, by keyboard too; the browser's code adds buttons, a counter and a dialog. */
export function galleryOf(figures: Element[], { name, enlarge }: GalleryLabels, marks: LabelMarks): Element {
  return {
    type: 'element',
    tagName: 'image-gallery',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'div',
        properties: {
          ...{ className: ['gallery-row'], role: 'region', tabIndex: 0, ariaLabel: name },
          ...(marks.label.lang && { lang: marks.label.lang }),
        },
        children: figures.map((figure) => withLink(figure, enlarge, marks)),
      },
    ],
  }
}

function withLink(figure: Element, label: string, marks: LabelMarks): Element {
  const [picture, ...rest] = figure.children
  if (picture?.type !== 'element') return figure
  return {
    ...figure,
    properties: { ...marks.text },
    children: [picture, linkToPicture(picture, label, marks), ...rest],
  }
}
