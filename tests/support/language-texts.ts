import type { Element, Nodes } from 'hast'
import { htmlToHast } from 'satteri'
import { directionOf } from '#domain/language.ts'

/** A text of a page, with the language and the direction in force where it stands. */
export interface LanguageText {
  page: string
  text: string
  lang: string
  dir: string
}

// A page's title and what its head links to are one text: they cannot be marked in parts.
/** Attributes that readers see or hear, and those that scripts take texts from. */
const LABELS =
  /^(ariaLabel|title|placeholder|alt|data(Text.*|Copied|Saved?|Unsave|Play|Pause|Resume|Counter|Needed|Unavailable|LeaveReply|ReplyTo))$/
const UNSEEN = ['script', 'style', 'title', 'link']

/** Every text of a page that readers may come to see, those of its templates too. */
export function textsIn(html: string, page: string, lang: string): LanguageText[] {
  const found: LanguageText[] = []
  walk(html, lang, (node, state) => {
    const text = node.type === 'text' ? node.value.replace(/\s+/g, ' ').trim() : ''
    if (text) found.push({ page, text, ...state })
  })
  return found
}

/** The same of attributes. */
export function labelsIn(html: string, page: string, lang: string): LanguageText[] {
  const found: LanguageText[] = []
  walk(html, lang, (node, state) => {
    if (node.type !== 'element') return
    for (const [name, value] of Object.entries(node.properties)) {
      if (LABELS.test(name) && typeof value === 'string' && value.trim())
        found.push({ page, text: value.trim(), ...state })
    }
  })
  return found
}

type State = Pick<LanguageText, 'lang' | 'dir'>

function walk(html: string, lang: string, visit: (node: Nodes, state: State) => void) {
  const step = (node: Nodes, around: State) => {
    if (node.type === 'element' && UNSEEN.includes(node.tagName)) return
    const state = node.type === 'element' ? within(node, around) : around
    visit(node, state)
    if ('content' in node && node.content) step(node.content, state)
    if ('children' in node) for (const child of node.children) step(child, state)
  }
  step(htmlToHast(html, { fragment: true }) as Nodes, { lang, dir: directionOf(lang) })
}

function within({ properties: { lang, dir } }: Element, around: State): State {
  return {
    lang: typeof lang === 'string' ? lang : around.lang,
    dir: typeof dir === 'string' ? dir : around.dir,
  }
}
