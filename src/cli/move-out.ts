import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newsroomFolder } from '#desk/folder.ts'
import { isError, reportProblems } from '#desk/problem.ts'
import { readSite } from '#desk/read-site.ts'
import { type Host, HOSTS } from './create/hosts.ts'
import { programSource } from './create/program-source.ts'
import { projectFiles } from './create/project-files.ts'
import { faultOfFolder, writeFolder } from './create/write-folder.ts'
import { problemsOf } from './problems-of.ts'

/** What an outlet says itself, but for its settings: folders and files from its own. */
const OWN = ['articles', 'public', 'src/content', 'src/fonts', 'src/overrides', 'src/texts', 'src/theme.ts']
const CONFIG = 'src/site.config.ts'
/** By which a checkout's config names the program. */
const IN_CHECKOUT = /(['"])#domain\/site\.ts\1/g
const USAGE = `npm run -s news -- move-out ../my-paper [--host ${Object.keys(HOSTS).join('|')}] [--warta <version>]`

/**
 * Copies the outlet of a checkout into a folder of its own, which has the program as a package. The checkout stays as
 * it is. Returns 0, or 1 where files of the outlet have errors, which are printed.
 * @throws Error that says why nothing was written
 */
export async function run(args: string[]): Promise<number> {
  const { folder, host, warta: asked } = parsed(args)
  const { root } = newsroomFolder()
  const fault = faultOfFolder(folder)
  if (fault) throw new Error(fault)
  const { name, locale } = await readSite(newsroomFolder())
  const { warta, files } = await programSource(asked, folder)
  const config = readFileSync(join(root, CONFIG), 'utf8').replace(IN_CHECKOUT, "'warta/site'")
  await writeFolder(
    folder,
    { ...files, ...projectFiles({ name, locale, host }, warta), [CONFIG]: config },
    {
      copies: OWN.filter((path) => existsSync(join(root, path))).map((path) => [join(root, path), path]),
    },
  )
  const problems = (await problemsOf(newsroomFolder(folder))).filter(isError)
  const path = relative(process.cwd(), resolve(folder)) || '.'
  console.log(`${name} is in ${path}. Next:\n  cd ${path}\n  npm install\n  npm start`)
  console.log(
    'What you changed in the program, its components and styles say, stayed here: docs/upgrading.md tells how it comes along.',
  )
  if (problems.length === 0) return 0
  console.log(`\n${reportProblems(problems)}`)
  return 1
}

function parsed(args: string[]): { folder: string; host: Host; warta: string | undefined } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { host: { type: 'string', default: 'github-pages' }, warta: { type: 'string' } },
  })
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0)
    throw new Error(`Name one folder that is not there yet: ${USAGE}`)
  const { host, warta } = values
  if (!Object.hasOwn(HOSTS, host))
    throw new Error(`--host is "${host}", but must be one of ${Object.keys(HOSTS).join(', ')}.`)
  return { folder, host: host as Host, warta }
}
