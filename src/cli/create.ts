import { relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { isError, reportProblems } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { askForOutlet } from './create/ask-outlet.ts'
import { givenBy, OUTLET_FLAGS } from './create/flags.ts'
import { newsroomFiles } from './create/newsroom-files.ts'
import { faultsOf, withDefaults } from './create/outlet.ts'
import { programSource } from './create/program-source.ts'
import { projectFiles } from './create/project-files.ts'
import { faultOfFolder, writeFolder } from './create/write-folder.ts'
import { canAsk, type Terminal } from './terminal.ts'

/**
 * Writes the folder of a new outlet. What the flags leave open is asked for; `--yes` takes what is usual. Returns 0, or
 * 1 when whoever is asked breaks off.
 * @throws Error that says what is missing or wrong; nothing is written then
 */
export async function run(
  args: string[],
  terminal: Terminal = { input: process.stdin, output: process.stdout },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...OUTLET_FLAGS, host: { type: 'string' }, warta: { type: 'string' } },
  })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0)
    throw new Error('Name one folder that is not there yet: create ../my-paper')
  const fault = faultOfFolder(folder)
  if (fault) throw new Error(fault)
  const given = givenBy(values)
  const faults = faultsOf(given)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  if (!values.yes && !canAsk(terminal))
    throw new Error(
      `Nobody can be asked here. Say all in flags, and --yes for what is usual:\n  create ${folder} --yes --name "Kabar Uji" --url https://kabaruji.id/ --locale id`,
    )
  const outlet = values.yes ? withDefaults(given, folder) : await askForOutlet(given, folder, terminal)
  if (outlet === undefined) {
    console.error('Nothing was written.')
    return 1
  }
  const { warta, files } = await programSource(values.warta, folder)
  const all = { ...files, ...projectFiles(outlet, warta), ...(await newsroomFiles(outlet)) }
  await writeFolder(folder, all, { judge: mustBeSound })
  const path = relative(process.cwd(), resolve(folder)) || '.'
  console.log(`${outlet.name} is in ${path}. Next:\n  cd ${path}\n  npm install\n  npm start`)
  return 0
}

/** @throws Error with what the desk would say of a newly written outlet, warnings too */
async function mustBeSound(written: string): Promise<void> {
  const folder = newsroomFolder(written)
  const found = await checkNewsroom(await readNewsroom(folder), await readSite(folder))
  // That the texts of a language have yet to be translated is no fault of what was written.
  const problems = found.filter((problem) => isError(problem) || !problem.file.startsWith('src/texts/'))
  if (problems.length > 0)
    throw new Error(`Nothing was written, as the desk would not be content:\n${reportProblems(problems)}`)
}
