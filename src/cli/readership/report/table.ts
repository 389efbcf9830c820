import type { Figures } from './figures.ts'

const ROWS = 15
const TITLE = 56

/** The most read articles as lines for a terminal. */
export function writeTable({ articles }: Figures): string {
  const rows = articles
    .slice(0, ROWS)
    .map(({ title, category, day, dayBefore, week }, i) => [
      String(i + 1),
      shortened(title, TITLE),
      category,
      String(day),
      signed(day - dayBefore),
      String(week),
    ])
  const lines = [['', 'article', 'category', '24 hours', 'change', '7 days'], ...rows]
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const isText = (column: number) => column === 1 || column === 2
  const aligned = (cell: string, column: number) =>
    isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return lines.map((line) => line.map(aligned).join('  ').trimEnd()).join('\n')
}

export function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change)
}

/** Cut to a length in characters, with an ellipsis. */
export function shortened(text: string, length: number): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text
}
