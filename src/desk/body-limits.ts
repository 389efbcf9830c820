const DEEPEST = 20
const MOST_CELLS = 20_000
/** Quotation and list marks at the start of a line, one within another; a line of hyphens or stars alone is a rule. */
const NESTED = new RegExp(
  `^(?![ \\t]*([-*])(?:[ \\t]*\\1)+[ \\t]*$)[ \\t]*(?:(?:>|(?:[-*+]|\\d{1,9}[.)])[ \\t])[ \\t]*){${DEEPEST + 1}}`,
  'm',
)
/** Signs at which a parser cuts a paragraph's text, and puts it together again from its start. */
const CUTS = /["'&]|\.{3}|-{2,}/g
const MOST_CUTS = 1000
/** Signs that parsers match with one another, and how many of them a text may hold. */
const SIGNS: { pattern: RegExp; most: number; name: string }[] = [
  { pattern: CUTS, most: 20_000, name: 'quotation marks, dashes or signs &' },
  { pattern: /\[/g, most: 5000, name: 'opening brackets, as of links,' },
  { pattern: /</g, most: 5000, name: 'signs <' },
  { pattern: /:\/\/|www\.|@/gi, most: 3000, name: 'web addresses' },
  { pattern: /[*_~`]/g, most: 10_000, name: 'signs of emphasis or code' },
  { pattern: /^[ \t>]*(?:#{1,6}(?:\s|$)|=+[ \t]*$|-+[ \t]*$)/gm, most: 1000, name: 'headings and rules' },
]
const MEND = 'Split the article, or take out what a program has written into it.'

/** What makes a body unreadable, and where; `offset` counts characters from its start. */
interface Excess {
  offset: number
  message: string
}

/**
 * Where a body goes beyond what any article needs: a few hundred kilobytes can
 * keep a Markdown parser busy for hours. Takes time in proportion to the body.
 */
export function beyondLimits(body: string): Excess | undefined {
  return tooMany(body) ?? tooDeep(body) ?? firstOf(body, tooDense) ?? firstOf(body, tooWide)
}

function tooMany(body: string): Excess | undefined {
  for (const { pattern, most, name } of SIGNS) {
    let count = 0
    for (const { index } of body.matchAll(pattern)) {
      if (++count <= most) continue
      const message = `There are more than ${most.toLocaleString('en')} ${name} up to here. ${MEND}`
      return { offset: index, message }
    }
  }
  return undefined
}

function tooDeep(body: string): Excess | undefined {
  const match = NESTED.exec(body)
  if (!match) return undefined
  const message = `More than ${DEEPEST} quotations or lists lie one within another here. Take signs out at the start of the line.`
  return { offset: match.index, message }
}

/** Asks of each run of lines without an empty one between them. */
function firstOf(body: string, judge: (lines: readonly string[]) => string | undefined): Excess | undefined {
  let [offset, start] = [0, 0]
  let lines: string[] = []
  const ask = (): Excess | undefined => {
    const message = lines.length > 0 ? judge(lines) : undefined
    lines = []
    return message === undefined ? undefined : { offset: start, message }
  }
  for (const line of body.split('\n')) {
    if (line.trim() === '') {
      const found = ask()
      if (found) return found
    } else {
      if (lines.length === 0) start = offset
      lines.push(line)
    }
    offset += line.length + 1
  }
  return ask()
}

function tooDense(lines: readonly string[]): string | undefined {
  let count = 0
  for (const line of lines) count += line.match(CUTS)?.length ?? 0
  if (count <= MOST_CUTS) return undefined
  return `More than ${MOST_CUTS.toLocaleString('en')} quotation marks, dashes or signs & stand in this paragraph. Put an empty line between paragraphs.`
}

/** Short rows are filled up to the table's width, so that a small text can make a huge table. */
function tooWide(lines: readonly string[]): string | undefined {
  const under = lines.findIndex(
    (line) => /^[ \t>|:\r-]+$/.test(line) && line.includes('|') && line.includes('-'),
  )
  if (under < 0) return undefined
  const columns = lines[under]?.split('|').length ?? 0
  if (columns * (lines.length - under) <= MOST_CELLS) return undefined
  return `This table has more than ${MOST_CELLS.toLocaleString('en')} cells. Split it.`
}
