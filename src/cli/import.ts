import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { DiskLedger, type DiskList } from './import/disk-ledger.ts'
import { importWordPress, type ImportResult } from './import/import-wordpress.ts'
import { ledgerFault } from './import/ledger-fault.ts'
import { printLines } from './import/print-lines.ts'

const USAGE =
  'npm run news -- import wordpress <export.xml ...> [--media <uploads folder>] [--dry-run] [--report <file.json>] [--as-articles <type,type>]'

/** @throws Error when it is called otherwise, and when a file is no export */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args)
  const [system, ...files] = positionals
  if (system !== 'wordpress' || files.length === 0) throw new Error(USAGE)
  const dryRun = values['dry-run'] ?? false
  const articleTypes = values['as-articles']?.split(',').map((type) => type.trim()) ?? []
  const folder = newsroomFolder()
  const site = await readSite(folder)
  const ledger = new DiskLedger()
  try {
    const options = { files, media: values.media, dryRun, articleTypes }
    return await tell(await importWordPress(folder, site, options, ledger), dryRun, values.report)
  } catch (error) {
    throw ledgerFault(error)
  } finally {
    ledger.close()
  }
}

/** Prints what became of each item, and writes it into `file` where one is named. @returns the exit code */
async function tell(result: ImportResult, dryRun: boolean, file: string | undefined): Promise<number> {
  const { report, written, fault } = result
  await printLines(report.lines())
  console.log(summary(result, dryRun))
  if (file) await report.save(file, { dryRun, fault: fault?.message, written })
  if (!fault) return 0
  for (const line of tellFault(fault, written, dryRun)) console.error(line)
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

function* tellFault(fault: Error, written: DiskList<string>, dryRun: boolean): Generator<string> {
  const had = dryRun ? 'would have been written' : 'had been written'
  yield `\nThe export could not be read to its end: ${fault.message}`
  yield written.length === 0 ? `Nothing ${had}.` : `Before that place ${had}:`
  for (const path of written) yield `  ${path}`
  yield 'Export it again, take these files out, and import the new one: what was imported stays as it is.'
}
