import type { Root } from 'mdast'
import { phrasingIn } from '#markdown/phrasing.ts'
import { misreadBlocks } from './blocks.ts'
import { brokenEmphasis } from './emphasis.ts'
import type { Misreading } from './misreading.ts'
import { brokenLines } from './lines.ts'
import { brokenLinks } from './links.ts'
import { lostSigns } from './lost-signs.ts'
import { brokenReferences, lostDefinitions } from './references.ts'
import { shortcodes } from './shortcodes.ts'
import { brokenTables, lostCells } from './tables.ts'

/** Of these one stands in the HTML of every body of whose runs of words something is left over, or one of the patterns. */
const SIGNS = [
  '[',
  ']',
  '*',
  '`',
  '{',
  '|',
  '__',
  '~~',
  '==',
  ':::',
  '&lt;',
  '<ol',
  '<pre',
  '<table',
  '<input',
]
const IN_HTML = [
  /(?<=[\p{L}\p{N}])<(?:em|strong|code)>/u,
  /[>\n][ \t]*(?:[#•‣◦●▪·–—+\u00a0\u200b-\u200d\u2060\ufeff-]|\d{1,3}[.)]|[a-z][.)])/,
  /_["'“”‘’(]|(?<=[.,!?"'“”‘’)])_/,
]
/** Headings by a line below them, and lines that give an address or a note. */
const IN_MARKDOWN = [/\n[ \t>]*(?:-+|=+)[ \t]*(?:\r?\n|$)/, /\]:/]

/** Whether a body may hold something that did not become what it was meant to be; most do not. */
export function mayHaveMisreadings(markdown: string, html: string): boolean {
  return (
    SIGNS.some((sign) => html.includes(sign)) ||
    IN_HTML.some((pattern) => pattern.test(html)) ||
    IN_MARKDOWN.some((pattern) => pattern.test(markdown))
  )
}

/** What of a body did not become what it was meant to be, in order. */
export function misreadingsIn(root: Root, markdown: string): Misreading[] {
  const runs = phrasingIn(root, markdown)
  const found = [
    ...lostDefinitions(root, markdown),
    ...misreadBlocks(root, markdown),
    ...lostCells(root, markdown),
    ...lostSigns(root, markdown),
    ...brokenEmphasis(runs, markdown),
    ...runs.flatMap((run) => [
      ...brokenTables(run, markdown),
      ...shortcodes(run, markdown),
      ...brokenReferences(run, markdown),
      ...brokenLinks(run, markdown),
      ...brokenLines(run, markdown),
    ]),
  ]
  let reportedUntil = 0
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < reportedUntil) return false
      reportedUntil = end
      return true
    })
}
