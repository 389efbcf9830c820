import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeAtomically } from '#cache/atomic-write.ts'
import { type NewsroomFolder, newsroomFolder } from '#desk/folder.ts'
import { isError, type Problem, reportProblems } from '#desk/problem.ts'
import { RENAMED_SETTINGS, type RenamedSetting } from '#domain/renamed-settings.ts'
import { PROGRAM_PACKAGE, programVersion } from '#program-package.ts'
import { problemsOf } from './problems-of.ts'
import { compareVersions, type Release, releasesBetween, releasesIn } from './upgrade/changelog.ts'
import { recordUpgrade, upgradedTo } from './upgrade/outlet-version.ts'
import { renameSettings } from './upgrade/rename-settings.ts'

/** What of an outlet a version of the program can ask to be changed: its settings, theme, texts and overrides. */
const OWN_CODE = /^(?:src\/(?:site\.config\.ts|theme\.ts|texts\/|overrides\/)|tailwind\.config\.ts)/

/** What an outlet is held against. */
interface Program {
  version: string
  /** Markdown. */
  changelog: string
  renamed: readonly RenamedSetting[]
}

function installed(): Program {
  const changelog = readFileSync(join(PROGRAM_PACKAGE, 'CHANGELOG.md'), 'utf8')
  return { version: programVersion(), changelog, renamed: RENAMED_SETTINGS }
}

/**
 * Holds an outlet against the installed version of the program: what CHANGELOG.md asks of those who come from its last
 * version, and what in its settings, theme, texts and overrides does not fit. With `--check` nothing is written, and 1 is
 * returned where something is to be done; without, settings get their names of today, and the version is
 * recorded in the outlet's package.json once nothing is an error.
 * @throws Error for a version that is not recorded and not given by `--from`
 */
export async function run(args: string[], program: Program = installed()): Promise<number> {
  const { check, from: given } = parsed(args)
  const folder = newsroomFolder()
  const { version } = program
  const from = given ?? upgradedTo(folder.root)
  if (from === undefined)
    throw new Error(
      'Which version this outlet was last made for is not recorded in its package.json. Say it: npm run -s news -- upgrade --from 0.1.0',
    )
  if (compareVersions(from, version) > 0)
    throw new Error(
      `This outlet was made for version ${from}, and the installed one is ${version}, which is older. Install ${from} or a newer one.`,
    )
  if (!check) renameIn(folder, program.renamed)
  const problems = (await problemsOf(folder)).filter(({ file }) => OWN_CODE.test(file))
  const releases = releasesBetween(releasesIn(program.changelog), from, version)
  console.log(reportOf(from, version, releases, problems))
  const mustMend = problems.some(isError)
  if (check) return mustMend || compareVersions(from, version) < 0 ? 1 : 0
  if (mustMend) return 1
  recordUpgrade(folder.root, version)
  console.log(`\npackage.json says now that this outlet is made for version ${version}.`)
  return 0
}

function parsed(args: string[]): { check: boolean; from: string | undefined } {
  const options = { check: { type: 'boolean', default: false }, from: { type: 'string' } } as const
  const { check, from } = parseArgs({ args, options }).values
  if (from !== undefined && !/^\d+\.\d+\.\d+$/.test(from))
    throw new Error(`--from is "${from}", but must be a version: 0.1.0, say.`)
  return { check, from }
}

function renameIn({ siteConfig }: NewsroomFolder, settings: readonly RenamedSetting[]): void {
  const { text, renamed } = renameSettings(readFileSync(siteConfig, 'utf8'), settings)
  if (renamed.length === 0) return
  writeAtomically(siteConfig, text)
  for (const { within, from, to } of renamed)
    console.log(
      `renamed  ${[...within, from].join('.')} -> ${[...within, to].join('.')} in src/site.config.ts`,
    )
}

function reportOf(
  from: string,
  version: string,
  releases: readonly Release[],
  problems: readonly Problem[],
): string {
  const asked = releases.flatMap(({ version, toDo }) => toDo.map((text) => `${version}  ${text}`))
  return [
    from === version
      ? `This outlet is made for version ${version}, the installed one.`
      : `From version ${from} to ${version}:`,
    asked.length > 0 ? ['What the new versions ask for:', ...asked].join('\n') : undefined,
    problems.length > 0 ? reportProblems(problems) : 'Its settings, theme, texts and overrides fit.',
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')
}
