import { existsSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { sampleDigest } from '#desk/sample-digest.ts'
import { SAMPLE_FILES } from '#desk/sample-files.ts'
import { askForOutlet } from './create/ask-outlet.ts'
import { givenBy, OUTLET_FLAGS } from './create/flags.ts'
import { type Files, newsroomFiles } from './create/newsroom-files.ts'
import { faultsOf, withDefaults } from './create/outlet.ts'
import { writeFiles } from './create/write-folder.ts'
import { canAsk, type Terminal } from './terminal.ts'

/**
 * Takes the sample out of a checkout, and puts the beginning of an outlet in its place. What was changed of the sample
 * stays, and is named. Returns 0, or 1 when whoever is asked breaks off.
 * @throws Error that says what is missing or wrong; nothing is changed then
 */
export async function run(
  args: string[],
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const { values } = parseArgs({ args, options: OUTLET_FLAGS })
  const { root } = newsroomFolder()
  const { unchanged, changed } = sampleIn(root)
  if (unchanged.length === 0) throw new Error('Nothing of the sample is here: there is nothing to take out.')
  const given = givenBy(values)
  const faults = faultsOf(given)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  if (!values.yes && !canAsk(terminal))
    throw new Error(
      'Nobody can be asked here. Say all in flags, and --yes for what is usual:\n  start-afresh --yes --name "Kabar Uji" --url https://kabaruji.id/ --locale id',
    )
  const outlet = values.yes
    ? withDefaults(given, root)
    : await askForOutlet(given, root, terminal, { withHost: false })
  if (outlet === undefined) {
    console.error('Nothing was changed.')
    return 1
  }
  // Drawn and written out before the first file goes.
  const files = await newsroomFiles(outlet)
  for (const file of unchanged) removeFile(root, file)
  const [missing, there] = divided(files, root)
  writeFiles(root, missing)
  console.log(
    `${count(unchanged.length)} of the sample are gone, ${count(Object.keys(missing).length)} of ${outlet.name} are there.`,
  )
  if (changed.length > 0)
    console.log(`These were the sample’s and have been changed, so they stay:\n${listed(changed)}`)
  const kept = Object.keys(there).filter((file) => !changed.includes(file))
  if (kept.length > 0) console.log(`These were there already, and stay as they are:\n${listed(kept)}`)
  console.log('npm run news -- check tells what is left to mend. Then commit.')
  return 0
}

/** The sample's files that are in a folder: those that are as they were, and the others. */
function sampleIn(root: string): { unchanged: string[]; changed: string[] } {
  const there = Object.entries(SAMPLE_FILES).filter(([file]) => existsSync(join(root, file)))
  const isUnchanged = ([file, digest]: [string, string]) =>
    sampleDigest(readFileSync(join(root, file))) === digest
  const { true: unchanged = [], false: changed = [] } = Object.groupBy(
    there,
    (entry) => String(isUnchanged(entry)) as 'true' | 'false',
  )
  return { unchanged: unchanged.map(([file]) => file), changed: changed.map(([file]) => file) }
}

/** Files that are not there yet, and those that are. */
function divided(files: Files, root: string): [missing: Files, there: Files] {
  const isThere = ([file]: [string, unknown]) => existsSync(join(root, file))
  const entries = Object.entries(files)
  return [
    Object.fromEntries(entries.filter((entry) => !isThere(entry))),
    Object.fromEntries(entries.filter(isThere)),
  ]
}

/** Takes a file away, and the folders that are empty without it. */
function removeFile(root: string, file: string): void {
  rmSync(join(root, file))
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder))
    } catch {
      return
    }
  }
}

function listed(files: readonly string[]): string {
  return files.map((file) => `  ${file}`).join('\n')
}

function count(files: number): string {
  return `${files} ${files === 1 ? 'file' : 'files'}`
}
