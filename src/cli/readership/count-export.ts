import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Readership } from '#domain/readership.ts'
import { Totals, type Outcome } from './totals.ts'
import type { ArticleAddresses } from './article-addresses.ts'
import { COMMENT, type ExportFormat } from './export-format.ts'
import { type Span, spanOf } from './export-moment.ts'
import type { Columns } from './find-columns.ts'
import { isRobot } from './robots.ts'

export interface ExportSetting {
  addresses: ArticleAddresses
  timeZone: string
  /** In ms. */
  now: number
  /** Of all rows, where no column tells it. */
  date?: string | undefined
}

export interface ExportCount {
  totals: Totals
  articles: Readership['articles']
  /** The end of the latest span of a row that counts, in ms; -Infinity where none counts. */
  newest: number
}

/** Adds up the rows of an export by article and hour. */
export async function countExport(
  chunks: AsyncIterable<Buffer>,
  { delimiter, columns }: ExportFormat,
  setting: ExportSetting,
): Promise<ExportCount> {
  const count: ExportCount = { totals: new Totals(), articles: {}, newest: Number.NEGATIVE_INFINITY }
  const rows = parse({
    delimiter,
    bom: true,
    comment: COMMENT,
    comment_no_infix: true,
    from: 2,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  // The loop below throws the errors of this pipeline.
  pipeline(Readable.from(chunks), rows, () => {})
  for await (const row of rows) count.totals.lines[countRow(row as string[], columns, setting, count)]++
  return count
}

function countRow(row: string[], columns: Columns, setting: ExportSetting, count: ExportCount): Outcome {
  const cell = (column: number | undefined) => (column === undefined ? undefined : (row[column] ?? ''))
  const span = spanAt(cell(columns.date) ?? setting.date ?? '', setting.timeZone)
  const views = numberIn(cell(columns.views) ?? '1')
  if (!span || views === undefined) return 'broken'
  // A day that goes on ends later than now.
  if (Date.parse(span.hour) > setting.now + 24 * 3_600_000) return 'future'
  const article = setting.addresses.articleAt(cell(columns.path) ?? '')
  if (!article) return 'page'
  const bot = cell(columns.bot)
  const userAgent = cell(columns.userAgent)
  if ((bot && bot !== '0' && bot !== 'false') || (userAgent && isRobot(userAgent))) return 'robot'
  const { articles } = count
  const hours = (Object.hasOwn(articles, article.slug) && articles[article.slug]) || {}
  articles[article.slug] = hours
  hours[span.hour] = (hours[span.hour] ?? 0) + views
  count.totals.views += views
  count.newest = Math.max(count.newest, Math.min(span.end, setting.now))
  return 'counted'
}

/** `1,234` and `1.234` are whole numbers too. */
function numberIn(text: string): number | undefined {
  const digits = text.trim().replace(/[.,\s](?=\d{3}\b)/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : undefined
}

const spans = new Map<string, Span | undefined>()

/** Memoised, as many rows have the same day or hour. */
function spanAt(text: string, timeZone: string): Span | undefined {
  const key = `${timeZone} ${text}`
  if (!spans.has(key)) {
    if (spans.size > 10_000) spans.clear()
    spans.set(key, spanOf(text, timeZone))
  }
  return spans.get(key)
}
