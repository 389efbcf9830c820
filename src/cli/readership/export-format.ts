import { parse } from 'csv-parse/sync'
import { type ColumnNames, type Columns, findColumns } from './find-columns.ts'

export interface ExportFormat {
  name: string
  delimiter: string
  columns: Columns
}

/** Also what GA4 puts before its header. */
export const COMMENT = '#'
const DELIMITERS = [',', ';', '\t']
const UTF16 = Buffer.of(0xff, 0xfe)

/** The form of an analytics program's export, known by its header; undefined for anything else. */
export function exportFormatOf(head: Buffer, named: ColumnNames): ExportFormat | undefined {
  // Matomo writes UTF-16.
  const text = head.subarray(0, 2).equals(UTF16) ? head.toString('utf16le') : head.toString('utf8')
  const header = text
    .replace('\u{FEFF}', '')
    .split(/\r?\n/)
    .find((line) => line.trim() !== '' && !line.startsWith(COMMENT))
  if (header === undefined) return undefined
  for (const delimiter of DELIMITERS) {
    const columns = findColumns(fieldsOf(header, delimiter), named)
    if (columns) return { name: nameOf(columns), delimiter, columns }
  }
  return undefined
}

function fieldsOf(header: string, delimiter: string): string[] {
  const rows: string[][] = parse(header, { delimiter, relax_quotes: true })
  return rows[0] ?? []
}

function nameOf({ views, date }: Columns): string {
  if (views === undefined) return 'CSV export, a row for each view'
  return date === undefined ? 'CSV export, views of one date' : 'CSV export, views by date'
}
