import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { readSite } from '#desk/read-site.ts'
import { DiskLedger, type DiskList } from './import/disk-ledger.ts'
import { checkImported } from './import/check-imported.ts'
import { importSystem, type ImportResult } from './import/import-system.ts'
import { ledgerFault } from './import/ledger-fault.ts'
import { printLines } from './import/print-lines.ts'
import type { ImportableSystem, OptionValues } from './import/systems/system.ts'

/** Systems that outlets move in from, each with a module of its own, which loads only when it is asked for. */
const SYSTEMS: Record<string, () => Promise<ImportableSystem>> = {
  blogger: async () => (await import('./import/systems/blogger.ts')).blogger,
  folder: async () => (await import('./import/systems/folder.ts')).folder,
  ghost: async () => (await import('./import/systems/ghost.ts')).ghost,
  markdown: async () => (await import('./import/systems/markdown.ts')).markdown,
  wordpress: async () => (await import('./import/systems/wordpress.ts')).wordpress,
}

const COMMON = {
  media: { type: 'string' },
  'dry-run': { type: 'boolean' },
  report: { type: 'string' },
  'keep-uploads': { type: 'boolean' },
  'no-check': { type: 'boolean' },
} as const

/** @throws Error when it is called otherwise, and when a file is no export */
export async function run(args: string[]): Promise<number> {
  const name = args.find((arg) => Object.hasOwn(SYSTEMS, arg))
  const system = await SYSTEMS[name ?? '']?.()
  if (!system) throw new Error(usageOf(Object.keys(SYSTEMS).join('|'), '<file ...>'))
  const usage = usageOf(name ?? '', system.usage)
  const { values, positionals } = parsed(args, system.options, usage)
  const [first, ...files] = positionals
  if (first !== name || files.length === 0) throw new Error(usage)
  const dryRun = values['dry-run'] === true
  const folder = newsroomFolder()
  const site = await readSite(folder)
  const ledger = new DiskLedger()
  let unread: string | undefined
  try {
    const old = await system.open({ files, values, site, ledger })
    const options = { media: textOf(values.media), dryRun, keepUploads: values['keep-uploads'] === true }
    unread = await tell(await importSystem(old, folder, site, options, ledger), dryRun, textOf(values.report))
  } catch (error) {
    throw ledgerFault(error)
  } finally {
    ledger.close()
  }
  const code = dryRun || values['no-check'] === true ? 0 : await checkImported()
  if (unread === undefined) return code
  console.log(unread)
  return 1
}

function usageOf(system: string, files: string): string {
  return `npm run news -- import ${system} ${files} [--media <folder>] [--dry-run] [--report <file.json>] [--keep-uploads] [--no-check]`
}

function textOf(value: OptionValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/**
 * Prints what became of each item, and writes it into `file` where one is named. @returns the last line of an import
 * that has not brought all that it should have
 */
async function tell(
  result: ImportResult,
  dryRun: boolean,
  file: string | undefined,
): Promise<string | undefined> {
  const { report, written, fault } = result
  await printLines(report.lines())
  console.log(summary(result, dryRun))
  if (file) await report.save(file, { dryRun, fault: fault?.message, written })
  if (fault) {
    for (const line of tellFault(fault, written, dryRun)) console.error(line)
    return 'Not all was imported: the export could not be read to its end, as told above.'
  }
  const failed = report.counts('failed')
  if (failed === 'nothing') return undefined
  return `Not all was imported: ${failed} failed, as told above. Mend what is told there, and import again: what was imported stays as it is.`
}

function parsed(
  args: string[],
  own: ImportableSystem['options'],
  usage: string,
): { values: OptionValues; positionals: string[] } {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...own, ...COMMON } })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

function summary({ report, written }: ImportResult, dryRun: boolean): string {
  const settled = report.settled()
  const files = written.length === 1 ? '1 file' : `${written.length} files`
  return [
    '',
    `Imported: ${report.counts('imported')}`,
    `Already here: ${report.counts('already here')}`,
    `Skipped: ${report.counts('skipped')}`,
    `Failed: ${report.counts('failed')}`,
    ...(settled.length > 0 ? ['Settled, each told above:', ...settled.map((line) => `  ${line}`)] : []),
    dryRun
      ? `Nothing was written: without --dry-run it would be ${files}.`
      : written.length === 0
        ? `Nothing was written${report.counts('failed') === 'nothing' ? ': all of it is here' : ''}.`
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
