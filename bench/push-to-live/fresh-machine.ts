import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { pathsOf, type Step, workflow } from '../../tests/support/publish-workflow.ts'

const exec = promisify(execFile)

/** What one step of a publication took. */
export interface StepTime {
  step: string
  /** Undefined where it had nothing to do. */
  seconds: number | undefined
}

/** The one condition that a step of the workflow's job has. */
const WITHOUT_PACKAGES = "steps.packages.outputs.cache-hit != 'true'"
/** As GitHub's own action compresses. */
const COMPRESSED = '--use-compress-program=zstd -T0'

/**
 * Runs the job that builds, step by step as `publish.yml` has them, as on a machine that has nothing but Node, git and
 * what publications before have left in `kept`. What GitHub adds is not in it: the start of the machine, the way of
 * caches and of the site through its network, and its own deployment.
 * @param origin repository that is cloned
 * @param kept folder of the caches
 * @param machine folder for all else; it is emptied
 */
export async function publishOnFreshMachine(
  origin: string,
  kept: string,
  machine: string,
): Promise<StepTime[]> {
  await rm(machine, { recursive: true, force: true })
  await mkdir(machine, { recursive: true })
  await mkdir(kept, { recursive: true })
  const cwd = join(machine, 'outlet')
  const env = environmentOf(machine)
  const times: StepTime[] = []
  const time = async (step: string, isNeeded: boolean, command: string, args: string[], options = {}) => {
    const began = performance.now()
    if (isNeeded) await exec(command, args, { env, maxBuffer: 2 ** 28, ...options })
    times.push({ step, seconds: isNeeded ? (performance.now() - began) / 1000 : undefined })
  }
  const atEnd: (() => Promise<void>)[] = []
  let hasPackages = false
  for (const { id, if: condition, uses, run, with: inputs = {} } of stepsOfBuild()) {
    if (condition !== undefined && condition !== WITHOUT_PACKAGES)
      throw new Error(`This bench knows nothing of a step's condition "${condition}".`)
    const action = uses?.split('@')[0]
    if (action === 'actions/checkout')
      await time('check out', true, 'git', ['clone', '--quiet', '--depth', '1', `file://${origin}`, cwd])
    if (action === 'actions/cache') {
      const [name = ''] = String(inputs.key).split('-')
      const archive = join(kept, `${name}.tar.zst`)
      const isKept = existsSync(archive)
      if (name === 'packages') hasPackages = isKept
      await time(`restore: ${name}`, isKept, 'tar', [COMPRESSED, '-xf', archive], { cwd })
      atEnd.push(() => {
        const paths = pathsOf(inputs).filter((path) => existsSync(join(cwd, path)))
        // One key is the lockfile's digest, the other the run's own.
        const isNew = !(name === 'packages' && isKept)
        return time(`keep: ${name}`, isNew, 'tar', [COMPRESSED, '-cf', archive, ...paths], { cwd })
      })
    }
    if (action === 'actions/upload-pages-artifact') {
      const site = ['-cf', join(machine, 'artifact.tar'), '-C', String(inputs.path), '.']
      await time('pack the site', true, 'tar', ['--dereference', '--hard-dereference', ...site], { cwd })
    }
    if (run !== undefined)
      await time(`\`${id ?? run}\``, !(condition && hasPackages), 'bash', ['-e', '-c', run], { cwd })
  }
  // Before the job ends, and the next one, which deploys, begins.
  for (const keep of atEnd) await keep()
  return times
}

function stepsOfBuild(): Step[] {
  const { build } = workflow.jobs
  if (!build) throw new Error('publish.yml has no job "build".')
  return build.steps
}

/** Without this project's own programs, and without what npm has downloaded here before. */
function environmentOf(machine: string): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  return {
    PATH: path.join(delimiter),
    HOME: process.env.HOME,
    CI: 'true',
    ASTRO_TELEMETRY_DISABLED: '1',
    GITHUB_OUTPUT: join(machine, 'github-output'),
    npm_config_cache: join(machine, 'npm'),
  }
}
