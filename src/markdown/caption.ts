import type { Element, ElementContent } from 'hast'
import type { LabelMarks } from './label-marks.ts'

/** What an author writes as an image's title: `Caption | Credit`, either alone as `Caption` or `| Credit`. */
export function parseTitle(title: string): { caption: string; credit: string } {
  const [, caption = title, credit = ''] = /^(.*?)(?:^|\s)\|(?:\s(.*))?$/s.exec(title) ?? []
  return { caption: caption.trim(), credit: credit.trim() }
}

/** The caption below a picture, with its credit behind `label`; undefined where there is neither. */
export function captionOf(title: unknown, label: string, marks: LabelMarks): Element | undefined {
  const { caption, credit } = parseTitle(typeof title === 'string' ? title : '')
  const children: ElementContent[] = []
  if (caption) children.push(text(credit ? `${caption} ` : caption))
  if (credit) {
    children.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['credit'] },
      children: marks.label.lang
        ? [
            {
              type: 'element',
              tagName: 'span',
              properties: { ...marks.label },
              children: [text(`${label}:`)],
            },
            text(` ${credit}`),
          ]
        : [text(`${label}: ${credit}`)],
    })
  }
  return children.length > 0
    ? { type: 'element', tagName: 'figcaption', properties: {}, children }
    : undefined
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
