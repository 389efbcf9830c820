import { escapeHtml } from '#moving-in/html.ts'
import { outsideCode } from './codes/code-spans.ts'

/** Definitions, with lines that are indented or go on at once. */
const DEFINITION =
  /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?!\[\^)[^\n]*\S.*|\n(?:[ \t]*\n)*(?:[ ]{2,}|\t).*)*)(?:\n|$)/gm

/** Takes the footnotes out of a Markdown text, and has their numbers as the importer knows them. */
export function footnotesIn(markdown: string): { text: string; notes: Map<string, string> } {
  const notes = new Map<string, string>()
  if (!markdown.includes('[^')) return { text: markdown, notes }
  const without = outsideCode(markdown, (part) =>
    part.replace(DEFINITION, (_all, id: string, words: string) => {
      notes.set(id, words.replace(/\n(?:[ ]{1,4}|\t)/g, '\n'))
      return '\n'
    }),
  )
  const text = outsideCode(without, (part) =>
    part.replace(/\[\^([^\]\s]+)\]/g, (source, id: string) =>
      notes.has(id) ? `<sup data-fn="${escapeHtml(id)}"></sup>` : source,
    ),
  )
  return { text, notes }
}
