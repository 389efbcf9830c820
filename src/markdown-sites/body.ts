import { markdownToHtml } from 'satteri'
import type { OldBody, OldText } from '#moving-in/record.ts'
import { outsideCode } from './codes/code-spans.ts'
import type { Dialect } from './codes/dialect.ts'
import type { CodePage } from './codes/page.ts'
import { footnotesIn } from './footnotes.ts'

export interface WrittenText {
  text: string
  /** Whether it is HTML already. */
  isHtml: boolean
}

/** Addresses of a text by what stands there. */
type Relocate = (address: string) => string

/** Kramdown's lists of attributes, and its mark for a table of contents. */
const ATTRIBUTES =
  /^[ \t]*(?:[*-] [^\n]*\n)?[ \t]*\{:[ \t]*toc[ \t]*\}[ \t]*$|^[ \t]*\{:[^}\n]*\}[ \t]*$|(?<=[)*_>\w\u{F0001}])\{:[^}\n]*\}/gmu

/** What is looked for in a text that nobody wrote would take ages. */
const MOST_CODES = 1000
const CODES = /\{[{%#]|<\/?[A-Z]/g

/** The HTML of a text, its codes and footnotes translated, and what is to be said of them. */
export function bodyOf(
  { text, isHtml }: WrittenText,
  dialect: Dialect,
  page: CodePage,
  relocate: Relocate,
): OldBody {
  const isProgram = (text.match(CODES)?.length ?? 0) > MOST_CODES
  const translated = isProgram ? text : dialect.translate(text, page)
  const { text: main, notes: written } = isHtml
    ? { text: translated, notes: new Map<string, string>() }
    : footnotesIn(outsideCode(translated, (part) => part.replace(ATTRIBUTES, '')))
  const toText = (markdown: string): OldText => ({
    html: relocated(isHtml ? markdown : htmlOf(markdown), relocate),
    linesMatter: false,
  })
  const footnotes = new Map([...written].map(([id, words]) => [id, toText(words)]))
  const notes = [
    ...(isProgram ? [`more than ${MOST_CODES} codes of the old system: all were kept as text`] : []),
    ...(page.kept.size > 0 ? [`kept as text: ${[...page.kept].join(', ')}`] : []),
    ...(page.opened.size > 0 ? [`gone, but for what they enclosed: ${[...page.opened].join(', ')}`] : []),
  ]
  return { ...toText(main), footnotes, notes }
}

function htmlOf(markdown: string): string {
  return markdownToHtml(markdown, { features: { frontmatter: false, headingAttributes: true } }).html
}

const TAG = /<(?:a|img|video|audio|source|iframe|embed)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/gi

function relocated(html: string, relocate: Relocate): string {
  return html.replace(TAG, (tag) =>
    tag.replace(
      /(\s(?:src|href)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi,
      (_all, name: string, double?: string, single?: string) => {
        const address = (double ?? single ?? '').replaceAll('&amp;', '&')
        return `${name}"${relocate(address).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
      },
    ),
  )
}
