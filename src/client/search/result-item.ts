import { markLanguage } from '#client/mark-language.ts'
import type { SearchResult } from './engine.ts'
import { piecesOf } from './excerpt.ts'
import { bestSections } from './sections.ts'

const MOST_SECTIONS = 2

/**
 * A filled-in copy of the template, whose elements are named by `data-part`.
 * Titles and excerpts go in as text: they are never trusted as HTML.
 */
export function resultItem(template: HTMLTemplateElement, result: SearchResult): Node {
  const { url, excerpt, meta, language } = result
  const item = template.content.cloneNode(true) as DocumentFragment
  const part = <T extends HTMLElement>(name: string) => item.querySelector<T>(`[data-part="${name}"]`)

  fillLink(part('title'), url, meta.title ?? url, language)
  const text = part('excerpt')
  text?.append(...piecesOf(excerpt).map(({ text, found }) => (found ? marked(text) : text)))
  if (text) markLanguage(text, language)
  part('category')?.append(meta.category ?? '')
  part('date')?.append(meta.date ?? '')
  const image = part<HTMLImageElement>('image')
  if (meta.image && image) image.src = meta.image
  else image?.remove()

  const list = part('sections')
  const line = list?.firstElementChild
  const sections = bestSections(result, MOST_SECTIONS)
  if (sections.length === 0) list?.remove()
  else if (line) list.replaceChildren(...sections.map((section) => sectionLine(line, section, language)))
  return item
}

function sectionLine(line: Element, { title, url }: { title: string; url: string }, language: string) {
  const copy = line.cloneNode(true) as Element
  fillLink(copy.querySelector('[data-part="section"]'), url, title, language)
  return copy
}

function fillLink(link: HTMLAnchorElement | null, href: string, text: string, language: string) {
  if (!link) return
  link.href = href
  link.textContent = text
  markLanguage(link, language)
}

function marked(text: string): HTMLElement {
  const mark = document.createElement('mark')
  mark.textContent = text
  return mark
}
