import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import type { Element, Root } from 'hast'
import { htmlExcess } from './html.ts'

// Control characters and the bidirectional overrides that the newsroom refuses in its fields.
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose
const REFUSED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g

/** A text without those characters. */
export function withoutRefused(text: string): string {
  return text.replace(REFUSED, '')
}

/** HTML as text, paragraphs on lines of their own, entities as the characters they are. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(REFUSED, '')
  const sound = htmlExcess(html) === undefined ? html : html.replace(/<[^<>]*>/g, ' ')
  return textOfTree(fromHtml(sound, { fragment: true })).replace(REFUSED, '')
}

export function textOfTree(tree: Root | Element): string {
  return toText(tree, { whitespace: 'normal' })
}

/** HTML as one line of text. */
export function plainLine(html: string): string {
  return oneLine(plainText(html))
}

/** A text with every run of white space a blank. */
export function oneLine(text: string): string {
  return text.replace(REFUSED, '').replace(/\s+/g, ' ').trim()
}

/** A text of at most `limit` characters, cut between words where there are any. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const cut = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')
  const words = cut.replace(/\s+\S*$/, '')
  return `${(words.length > limit / 2 ? words : cut).trimEnd()}…`
}
