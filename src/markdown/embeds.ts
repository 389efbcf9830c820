import type { Element, ElementContent } from 'hast'
import { defineHastPlugin } from 'satteri'
import type { LabelMarks } from './label-marks.ts'
import { type Embeddable, embeddable } from './embeddable.ts'

export interface EmbedLabels {
  /** On the button; `{site}` stands for the site's name. */
  load: Record<Embeddable['kind'], string>
  /** Above it; `{host}` stands for the host that the browser will contact. */
  notice: string
}

/**
 * A paragraph that is nothing but a link to something that can be shown in the
 * page becomes a card which loads it when the reader presses a button, and
 * nothing of it before. Without scripts the link is all that is seen.
 */
export function embeds(labels: EmbedLabels, marks: LabelMarks, onEmbed: (frame: string) => void) {
  return defineHastPlugin({
    name: 'embeds',
    element: {
      filter: ['p'],
      visit(node, ctx): Element | undefined {
        const [link, ...others] = node.children.filter(
          (child) => child.type !== 'text' || child.value.trim() !== '',
        )
        if (others.length > 0 || link?.type !== 'element' || link.tagName !== 'a') return undefined
        const found = embeddable(String(link.properties.href ?? ''))
        if (!found) return undefined
        onEmbed(found.frame)
        return card(link, ctx.textContent(link), found, labels, marks)
      },
    },
  })
}

function card(
  link: Element,
  text: string,
  { kind, site, frame }: Embeddable,
  labels: EmbedLabels,
  { label }: LabelMarks,
): Element {
  const isAddress = /^(https?:\/\/|www\.)/i.test(text)
  const notice = labels.notice.replace('{host}', () => new URL(frame).hostname)
  const onlyLive = { dataNeedsScripts: '', dataPagefindIgnore: '' }
  return element(
    'embed-card',
    { dataKind: kind, dataFrame: frame, dataTitle: isAddress ? site : `${site}: ${text}` },
    [
      element('p', { className: ['embed-site'], ...onlyLive }, [words(site)]),
      element('p', { className: ['embed-link'] }, [link]),
      element('p', { className: ['embed-notice'], ...onlyLive, ...label }, [words(notice)]),
      element('button', { type: 'button', ...onlyLive, ...label }, [
        words(labels.load[kind].replace('{site}', () => site)),
      ]),
    ],
  )
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function words(value: string): ElementContent {
  return { type: 'text', value }
}
