import type { Nodes, Table, TableCell, TableRow } from 'mdast'
import { type Phrasing, rangeOf } from '#markdown/phrasing.ts'
import { asTyped, clipped, type Misreading } from './misreading.ts'

/** The line below a table's head; phones make longer dashes of its hyphens. */
const UNDER_HEAD = /^\|?\s*:?[-–—]+:?\s*(?:\|\s*:?[-–—]+:?\s*)*\|?$/
const ROW = /^\|.*\|$/

/** Values of a table's rows that no column is left for. */
export function lostCells(node: Nodes, markdown: string): Misreading[] {
  if (node.type === 'table') return node.children.flatMap((row) => judge(row, node, markdown))
  return 'children' in node ? node.children.flatMap((child) => lostCells(child, markdown)) : []
}

function judge(row: TableRow, { children: [head] }: Table, markdown: string): Misreading[] {
  const columns = head?.children.length ?? 0
  const split = codeWithBar(row, markdown)
  if (split) return [split]
  const lost = row.children.slice(columns).find(({ children }) => children.length > 0)
  if (!lost) return []
  const [start, end] = rangeOf(lost)
  const at = start + (/^[|\s]*/.exec(markdown.slice(start, end))?.[0].length ?? 0)
  const words = markdown.slice(at, end).replace(/[|\s]+$/, '')
  const message = `no reader would see ${clipped(words)}: this row has ${row.children.length} cells, the head of the table ${columns}. Write \\| for a bar within a cell, or give the head as many cells.`
  return [{ start: at, end, message }]
}

/** A bar within code begins a cell too: ``a `b|c` ``. */
function codeWithBar(row: TableRow, markdown: string): Misreading | undefined {
  const i = row.children.findIndex((cell, at) => {
    const next = row.children[at + 1]
    return next && hasOpenCode(cell, markdown) && hasOpenCode(next, markdown)
  })
  const [cell, next] = [row.children[i], row.children[i + 1]]
  if (!cell || !next) return undefined
  const [start, bar] = rangeOf(cell)
  const [, end] = rangeOf(next)
  const piece = markdown.slice(start, end).replace(/^[|\s]+|[|\s]+$/g, '')
  const code = /`.*`/.exec(piece)?.[0] ?? piece
  const message = `the bar within ${clipped(code)} begins another cell, and is no part of the code. Write ${clipped(code.replace(/(?<!\\)\|/g, '\\|'))}.`
  return { start: bar, end, message }
}

/** Whether a cell's text holds an odd number of backticks that opened or closed nothing. */
function hasOpenCode(cell: TableCell, markdown: string): boolean {
  const typed = cell.children
    .filter(({ type }) => type === 'text')
    .map((text) => markdown.slice(...rangeOf(text)).replace(/\\./g, ''))
  return (typed.join('').match(/`/g)?.length ?? 0) % 2 === 1
}

/** Paragraphs that were meant to be tables. */
export function brokenTables({ shown, start, node }: Phrasing, markdown: string): Misreading[] {
  if (node.type !== 'paragraph' && node.type !== 'heading') return []
  let index = 0
  const lines = shown.split('\n').map((whole) => {
    const [before = ''] = /^[ \t>]*/.exec(whole) ?? []
    const line = { text: whole.slice(before.length).trim(), start: start + index + before.length }
    index += whole.length + 1
    return line
  })
  const i = lines.findIndex(({ text }) => text.includes('|') && UNDER_HEAD.test(text))
  const [above, under] = [lines[i - 1], lines[i]]
  if (under) {
    const wide = /[–—]/.test(under.text)
    const [cells, dashes] = [cellsIn(above?.text ?? ''), cellsIn(under.text)]
    const cause = wide
      ? 'these are not hyphens'
      : !above
        ? 'the head of the table must stand right above it'
        : `the line above it has ${count(cells, 'cell')}, this one ${dashes}`
    const mend = `Write ${above ? underFor(cells) : 'the head, and under it one cell |---| for each of its cells'}.`
    const end = under.start + under.text.length
    return [{ start: under.start, end, message: asTyped(markdown.slice(under.start, end), cause, mend) }]
  }
  const row = lines.findIndex(({ text }, at) => ROW.test(text) && ROW.test(lines[at + 1]?.text ?? ''))
  const first = lines[row]
  if (!first) return []
  const end = first.start + first.text.length
  const mend = `Write ${underFor(cellsIn(first.text))} below the table's head.`
  return [
    {
      start: first.start,
      end,
      message: asTyped(markdown.slice(first.start, end), 'a line of hyphens is missing', mend),
    },
  ]
}

function cellsIn(line: string): number {
  return line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).length
}

function underFor(columns: number): string {
  return `|${'---|'.repeat(Math.min(columns, 12))}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
