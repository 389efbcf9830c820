import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { attribute, elementsIn, findElement, hasClass, htmlExcess } from '#moving-in/html.ts'
import { oneLine, textOfTree } from '#moving-in/plain-text.ts'
import { bookmark, button, callout, file, gallery, sound, toggle } from './cards.ts'

/** Ghost marks what it shows to some readers alone, between these two. */
const GATE = /<!--\s*kg-gated-block:begin\b([^>]*)-->/
const GATE_END = /<!--\s*kg-gated-block:end\s*-->/

export interface Rendered {
  html: string
  notes: string[]
}

/** The HTML that Ghost itself has made of a text, its cards as the pipeline knows them. */
export function renderedHtml(source: string): Rendered {
  const notes: string[] = []
  const open = withoutGated(source, () => notes.push('a part for members alone left out'))
  if (!/\bkg-/.test(open) || htmlExcess(open) !== undefined) return { html: open, notes }
  const tree = fromHtml(open, { fragment: true })
  return { html: toHtml({ ...tree, children: mapped(tree.children) } as Root), notes: [...new Set(notes)] }
}

function withoutGated(html: string, onGated: () => void): string {
  return html
    .split(GATE_END)
    .map((part) => {
      const gate = GATE.exec(part)
      if (!gate || !/nonMember:\s*false/.test(gate[1] ?? '')) return part
      onGated()
      return part.slice(0, gate.index)
    })
    .join('')
}

function mapped(children: readonly RootContent[]): RootContent[] {
  return children.flatMap((child): RootContent[] => {
    if (child.type !== 'element') return [child]
    const html = cardOf(child)
    if (html !== undefined) return fromHtml(html, { fragment: true }).children
    return [{ ...child, children: mapped(child.children) as ElementContent[] }]
  })
}

/** What a card becomes; undefined for what is none, or needs nothing. */
function cardOf(node: Element): string | undefined {
  const one = (name: string) => withClass(node, name)
  const words = (name: string) => lineOf(one(name))
  const inside = (name: string) => innerHtml(one(name))
  const address = (name: string) => attribute(one(name) ?? node, 'href')
  if (hasClass(node, 'kg-bookmark-card'))
    return bookmark({
      url: address('kg-bookmark-container'),
      title: words('kg-bookmark-title'),
      description: words('kg-bookmark-description'),
      source: [words('kg-bookmark-author'), words('kg-bookmark-publisher')],
      caption: innerHtml(findElement(node, 'figcaption')),
    })
  if (hasClass(node, 'kg-gallery-card')) {
    const pictures = elementsIn(node, 'img').map((img) => toHtml(img))
    return gallery(pictures, innerHtml(findElement(node, 'figcaption')))
  }
  if (hasClass(node, 'kg-callout-card')) return callout(words('kg-callout-emoji'), inside('kg-callout-text'))
  if (hasClass(node, 'kg-toggle-card'))
    return toggle(
      inside('kg-toggle-heading-text'),
      toHtml({ type: 'root', children: mapped(one('kg-toggle-content')?.children ?? []) }),
    )
  if (hasClass(node, 'kg-button-card')) return button(address('kg-btn'), inside('kg-btn'))
  if (hasClass(node, 'kg-file-card'))
    return file(
      address('kg-file-card-container'),
      words('kg-file-card-title'),
      words('kg-file-card-caption'),
      [words('kg-file-card-filename'), words('kg-file-card-filesize')].filter(Boolean).join(', '),
    )
  if (hasClass(node, 'kg-audio-card'))
    return sound(attribute(findElement(node, 'audio') ?? node, 'src'), inside('kg-audio-title'))
  if (hasClass(node, 'kg-blockquote-alt'))
    return `<figure class="wp-block-pullquote"><blockquote>${innerHtml(node)}</blockquote></figure>`
  if (hasClass(node, 'kg-signup-card')) return ''
  return undefined
}

function withClass(node: Element, name: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const found = hasClass(child, name) ? child : withClass(child, name)
    if (found) return found
  }
  return undefined
}

function lineOf(node: Element | undefined): string {
  return node ? oneLine(textOfTree(node)) : ''
}

function innerHtml(node: Element | undefined): string {
  return node ? toHtml(node.children) : ''
}
