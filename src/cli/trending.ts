import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { type NewsroomFolder, newsroomFolder, pathFrom } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readReadership } from '#desk/read-readership.ts'
import { readSite } from '#desk/read-site.ts'
import type { Site } from '#domain/site.ts'
import { Totals } from './readership/totals.ts'
import type { LogReport } from './readership/add-logs.ts'
import { updateReadership } from './readership/update-readership.ts'

/** In a folder that is neither published nor committed. */
const REPORT = '.cache/trending/report.html'
const USAGE = 'npm run news -- trending [--report] <access.log ...>, or - for standard input'

/** @throws Error when no log is named, and all that reading one does */
export async function run(args: string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      report: { type: 'boolean' },
      'path-column': { type: 'string' },
      'views-column': { type: 'string' },
      'date-column': { type: 'string' },
      date: { type: 'string' },
    },
  })
  if (files.length === 0 && !values.report) throw new Error(USAGE)
  const folder = newsroomFolder()
  const site = await readSite(folder)
  if (files.length > 0) {
    const { reports, isNew } = await updateReadership(folder, site, files, {
      columns: {
        path: values['path-column'],
        views: values['views-column'],
        date: values['date-column'],
      },
      date: values.date,
    })
    console.log([...reports.map(reportLine), summary(reports, isNew, folder)].join('\n'))
  }
  if (values.report) console.log(await report(folder, site))
  return 0
}

/** Writes the report and gives its table, with where the report lies. */
async function report(folder: NewsroomFolder, site: Site): Promise<string> {
  // Only where it is asked for.
  const [{ figuresOf }, { writeTable }, { renderReport }] = await Promise.all([
    import('./readership/report/figures.ts'),
    import('./readership/report/table.ts'),
    import('./readership/report/page.ts'),
  ])
  const { sources } = await readNewsroom(folder)
  const readership = await readReadership(folder)
  const figures = readership && figuresOf(readership, sources)
  if (!figures) return 'Nothing has been read yet, as far as is known: there is nothing to report.'
  await mkdir(dirname(REPORT), { recursive: true })
  await writeFile(REPORT, renderReport(figures, { outlet: site.name, timeZone: site.timeZone }))
  return `${writeTable(figures)}\n\nCharts: ${REPORT}`
}

function reportLine({ file, format, totals }: LogReport): string {
  return `${file} (${format}): ${totals}`
}

function summary(reports: readonly LogReport[], isNew: boolean, folder: NewsroomFolder): string {
  const all = new Totals()
  for (const { totals } of reports) all.add(totals)
  const counted = all.views === 1 ? '1 view' : `${all.views} views`
  const file = pathFrom(folder.root, folder.readership)
  const added = isNew ? `${counted} counted, kept in ${file}` : `Nothing new: ${file} stays as it is.`
  return [added, ...(all.whyNothing ? [all.whyNothing] : [])].join('\n')
}
