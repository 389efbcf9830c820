import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { importWordPress, type ImportResult } from './import/import-wordpress.ts'

const USAGE =
  'npm run news -- import wordpress <export.xml ...> [--media <uploads folder>] [--dry-run] [--report <file.json>] [--as-articles <type,type>]'

/** @throws Error when it is called otherwise, and when a file is no export */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const [system, ...files] = positionals
  if (system !== 'wordpress' || files.length === 0) throw new Error(USAGE)
  const folder = newsroomFolder()
  const dryRun = values['dry-run'] ?? false
  const result = await importWordPress(folder, await readSite(folder), {
    files,
    media: values.media,
    dryRun,
    articleTypes: values['as-articles']?.split(',').map((type) => type.trim()) ?? [],
  })
  for (const line of result.report.lines()) console.log(line)
  console.log(summary(result, dryRun))
  if (values.report)
    await result.report.save(values.report, { dryRun, fault: result.fault?.message, written: result.written })
  if (!result.fault) return 0
  console.error(told(result, dryRun))
  return 1
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        media: { type: 'string' },
        'dry-run': { type: 'boolean' },
        report: { type: 'string' },
        'as-articles': { type: 'string' },
      },
    })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

function summary({ report, written }: ImportResult, dryRun: boolean): string {
  const files = written.length === 1 ? '1 file' : `${written.length} files`
  return [
    '',
    `Imported: ${report.counts('imported')}`,
    `Already here: ${report.counts('already here')}`,
    `Skipped: ${report.counts('skipped')}`,
    dryRun
      ? `Nothing was written: without --dry-run it would be ${files}.`
      : written.length === 0
        ? 'Nothing was written: all of it is here.'
        : `Written: ${files}.`,
  ].join('\n')
}

function told({ fault, written }: ImportResult, dryRun: boolean): string {
  const had = dryRun ? 'would have been written' : 'had been written'
  const list =
    written.length === 0
      ? `Nothing ${had}.`
      : [`Before that place ${had}:`, ...written.map((path) => `  ${path}`)].join('\n')
  return `\nThe export could not be read to its end: ${fault?.message}\n${list}\nExport it again, take these files out, and import the new one: what was imported stays as it is.`
}
