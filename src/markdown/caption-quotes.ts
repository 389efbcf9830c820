import type { Phrasing } from './phrasing.ts'
import type { SourceEdit } from './source-edits.ts'

/** Quotation marks that phones and word processors write, each with those that close it. */
const CLOSING: Record<string, string> = {
  '“': '”“"″',
  '”': '”"',
  '„': '“”"',
  '‟': '”"',
  '"': '”“″',
  '″': '″"',
  '＂': '＂"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’‘',
  '’': '’',
  '‚': '‘’',
  "'": '’',
  '′': '′',
  '「': '」',
  '『': '』',
}
const OPENING = Object.keys(CLOSING).join('')

/** As the source of a regular expression: a quotation mark, straight or not, behind which a caption may stand. */
export const QUOTE = `[${OPENING}]`

/** A picture's caption may be this long. */
const LONGEST = 2000
const MAYBE = new RegExp(String.raw`\]\((?:[^()]|\([^()]{0,80}\)){1,300}?[ \t\n>]${QUOTE}`)
const PICTURE = new RegExp(
  String.raw`!\[[^[\]]{0,1000}\]\([ \t]*(?:<[^<>\n]{1,500}>|(?:[^\s()<>]|\([^\s()]{0,80}\)){1,500})(?:[ \t]*\n[ \t>]*|[ \t]+)(${QUOTE})`,
  'dg',
)

/** Whether a text may hold a picture whose caption stands in other quotation marks. */
export function mayQuoteCaption(markdown: string): boolean {
  return MAYBE.test(markdown)
}

/**
 * Makes `"` of the quotation marks round a picture's caption, `![x](./a.webp “Caption”)`: CommonMark knows no others,
 * but what is meant is plain.
 */
export function captionQuotes(runs: readonly Phrasing[]): SourceEdit[] {
  return runs.flatMap(({ start, shown }) =>
    [...shown.matchAll(PICTURE)].flatMap(({ indices }): SourceEdit[] => {
      const open = indices?.[1]?.[0] ?? 0
      const close = closingOf(shown, open)
      if (close === undefined) return []
      const inside = [...shown.slice(open + 1, close).matchAll(/"/g)].map(({ index }) => open + 1 + index)
      return [
        { at: start + open, cut: 1, put: '"' },
        ...inside.map((at) => ({ at: start + at, cut: 0, put: '\\' })),
        { at: start + close, cut: 1, put: '"' },
      ]
    }),
  )
}

/** Where the mark stands that closes a caption, right before the bracket that closes the picture. */
function closingOf(shown: string, open: number): number | undefined {
  const closing = CLOSING[shown[open] ?? ''] ?? ''
  let depth = 0
  let last = open
  for (let i = open + 1; i < Math.min(shown.length, open + LONGEST); i++) {
    const sign = shown[i] ?? ''
    if (sign === '(') depth++
    else if (sign === ')' && depth > 0) depth--
    else if (sign === ')' && last > open && closing.includes(shown[last] ?? '')) return last
    if (/\S/.test(sign)) last = i
  }
  return undefined
}
