import type { Element } from 'hast'
import type { LabelMarks } from './label-marks.ts'

/** Pixels, of the width: a smaller picture has nothing more to show than a page does. */
const LARGE = 480

/** Whether a reader gains by seeing an image, whose size is known, as large as the screen. */
export function isLarge({ properties }: Element): boolean {
  return Number(properties.width) > LARGE
}

/** A figure whose picture opens in the page's dialog; without scripts the link leads to its file. */
export function enlargeable(figure: Element, label: string, marks: LabelMarks): Element {
  const [picture, ...rest] = figure.children
  if (picture?.type !== 'element') return figure
  const opens: Element = {
    type: 'element',
    tagName: 'image-dialog',
    properties: {},
    children: [picture, linkToPicture(picture, label, marks)],
  }
  return { ...figure, properties: { ...marks.text }, children: [opens, ...rest] }
}

/** The link to a picture in full size, which the browser's code opens in the page's dialog. */
export function linkToPicture(picture: Element, label: string, marks: LabelMarks): Element {
  const { src, alt, width, height } = picture.properties
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      href: src,
      dataOpen: '',
      dataWidth: width,
      dataHeight: height,
      dataPagefindIgnore: '',
      ariaLabel: alt ? `${label}: ${alt}` : label,
      ...marks.label,
    },
    children: [{ type: 'text', value: label }],
  }
}
