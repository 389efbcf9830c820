import { addViews, condensed, keptFrom, knownUntil, raiseViews, type Readership } from '#domain/readership.ts'
import type { Site } from '#domain/site.ts'
import { Totals } from './totals.ts'
import type { ArticleAddresses } from './article-addresses.ts'
import { Clients } from './clients.ts'
import { countExport } from './count-export.ts'
import { countLog, type Run } from './count-log.ts'
import { exportFormatOf } from './export-format.ts'
import type { ColumnNames } from './find-columns.ts'
import { LOG_FORMATS } from './formats.ts'
import type { OpenLog } from './open-log.ts'
import { ReadLogs } from './read-logs.ts'
import { unknownFormat } from './unknown-format.ts'
import { Visits } from './visits.ts'

const DAY_SECONDS = 24 * 3600
/** The first lines of a log, of which at least one must be of a known format, as the very first may be broken. */
const LOOKED_AT = 20

export interface LogSetting {
  addresses: ArticleAddresses
  site: Pick<Site, 'timeZone' | 'trending'>
  now: Date
  /** What the columns of exports are called. */
  columns?: ColumnNames
  /** Of exports without dates. */
  date?: string | undefined
}

/** What came of one log or export. */
export interface LogReport {
  file: string
  format: string
  totals: Totals
}

/**
 * A newsroom's readership with what logs and exports add to it. A log's line
 * adds a view once, whatever file it comes in again; an export says how many
 * there were, and raises the number where it is larger.
 * @throws Error for a log that cannot be read or is in no known format
 */
export async function addLogs(
  earlier: Readership,
  logs: AsyncIterable<OpenLog> | Iterable<OpenLog>,
  setting: LogSetting,
): Promise<{ reports: LogReport[]; readership: Readership }> {
  const { keepDays } = setting.site.trending
  const run: Run = {
    addresses: setting.addresses,
    clients: new Clients(),
    visits: new Visits(),
    read: new ReadLogs(earlier.logs ?? []),
    now: +setting.now / 1000,
    newest: (knownUntil(earlier) ?? Number.NEGATIVE_INFINITY) / 1000,
    keptSeconds: keepDays * DAY_SECONDS,
  }
  const articles = structuredClone(earlier.articles)
  const exported: Readership['articles'][] = []
  const reports: LogReport[] = []
  for await (const log of logs) {
    // A log that has just been rotated is empty.
    if (log.head.length === 0) {
      reports.push({ file: log.name, format: 'empty', totals: new Totals() })
      continue
    }
    const lines = log.head.toString('utf8').split(/\r?\n/).slice(0, LOOKED_AT)
    const format = LOG_FORMATS.find(({ recognises }) => lines.some(recognises))
    if (format) {
      const { totals, tally } = await countLog(log.chunks, format.reader(), run)
      addViews(articles, tally.articles())
      reports.push({ file: log.name, format: format.name, totals })
    } else {
      const { format, totals, ...read } = await readExport(log, setting)
      exported.push(read.articles)
      run.newest = Math.max(run.newest, read.newest / 1000)
      reports.push({ file: log.name, format, totals })
    }
  }
  if (!Number.isFinite(run.newest)) return { reports, readership: { articles: {} } }
  const until = 1000 * Math.floor(run.newest)
  const kept = condensed(articles, until, keepDays)
  for (const views of exported) raiseViews(kept, condensed(views, until, keepDays))
  return {
    reports,
    readership: {
      until: new Date(until).toISOString().replace('.000', ''),
      articles: condensed(kept, until, keepDays),
      logs: run.read.kept(keptFrom(until, keepDays)),
    },
  }
}

async function readExport(log: OpenLog, { columns = {}, date, addresses, site, now }: LogSetting) {
  const format = exportFormatOf(log.head, columns)
  if (!format) throw new Error(unknownFormat(log))
  if (format.columns.date === undefined && date === undefined) {
    throw new Error(`${log.name} tells no dates. Give the day that it covers: --date 2025-07-05`)
  }
  const setting = { addresses, timeZone: site.timeZone, now: +now, date }
  return { format: format.name, ...(await countExport(log.chunks, format, setting)) }
}
