import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pathsOf, stepCalled, steps, stepUsing, workflow } from '../support/publish-workflow.ts'

/** What a build needs, by the lockfile. */
const INSTALL = 'npm ci --omit=dev'

describe('the workflow', () => {
  test('starts by itself when main changes, by the clock and by hand, and by an outlet’s own workflow', () => {
    const inputs = { accept_loss: expect.objectContaining({ type: 'boolean', default: false }) }
    expect(workflow.on).toEqual({
      push: { branches: ['main'] },
      schedule: [{ cron: expect.stringMatching(/^[\d,]+ \* \* \* \*$/) }],
      workflow_dispatch: { inputs },
      workflow_call: { inputs },
    })
  })

  test('never publishes twice at once, nor cuts a publication off', () => {
    expect(workflow.concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false })
  })

  test('may do no more than each job needs', () => {
    expect(workflow.permissions).toEqual({})
    const permissions = Object.values(workflow.jobs).map((job) => job.permissions)
    expect(permissions).toEqual([
      {},
      { contents: 'read' },
      { pages: 'write', 'id-token': 'write' },
      { contents: 'read' },
    ])
  })

  test('uses actions by their commit alone', () => {
    for (const { uses } of steps.filter(({ uses }) => uses))
      expect(uses).toMatch(/^actions\/[\w/-]+@[\da-f]{40}$/)
  })

  test('restores what the last build has kept before the next', () => {
    const order = steps.map(({ uses, run }) => run ?? uses?.split('@')[0])
    expect(order).toContain('actions/cache')
    expect(order.lastIndexOf('actions/cache')).toBeLessThan(order.indexOf('npm run build'))
  })

  test('installs what a build needs, where a run before has not left it, and runs scripts that there are', async () => {
    const commands = steps.flatMap(({ run }) => run ?? [])
    const installing = steps.filter(({ run }) => run === INSTALL)
    expect(installing.map((step) => step.if)).toEqual(
      Array.from({ length: 2 }, () => "steps.packages.outputs.cache-hit != 'true'"),
    )
    expect(commands.filter((command) => /npm (ci|i)\b/.test(command))).toHaveLength(2)
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: object }
    const named = [...commands.join('\n').matchAll(/npm run (?:--silent )?(\w+)/g)].map(([, name]) => name)
    expect(new Set(named)).toEqual(new Set(['news', 'build']))
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })

  test('keeps the folders that a build fills, and what its receivers were told', () => {
    expect(pathsOf(stepUsing('actions/cache', 'build-').with)).toEqual(
      ['build', 'readings', 'pictures', 'related', 'cards'].map((name) => `.cache/${name}`),
    )
    for (const [key, path] of [
      ['pinged-', '.cache/pinged.json'],
      ['publication-', '.cache/publication'],
    ] as const)
      for (const action of ['save', 'restore'])
        expect(stepUsing(`actions/cache/${action}`, key).with).toMatchObject({ path })
  })
})

describe('a timed run', () => {
  const COMMIT = 'a'.repeat(40)
  const HOUR = 3600

  /** What the look says that is to be done, with this record of what is public. */
  async function looked(record?: string): Promise<string> {
    const cwd = await mkdtemp(join(tmpdir(), 'warta-look-'))
    onTestFinished(() => rm(cwd, { recursive: true }))
    const output = join(cwd, 'output')
    await mkdir(join(cwd, '.cache'))
    await writeFile(output, '')
    if (record !== undefined) await writeFile(join(cwd, '.cache/publication'), record)
    const env = { PATH: process.env.PATH, GITHUB_OUTPUT: output, GITHUB_SHA: COMMIT }
    execFileSync('bash', ['-e', '-c', stepCalled('look').run ?? ''], { cwd, env, stdio: 'ignore' })
    return readFile(output, 'utf8')
  }
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

  test('ends where the last commit is public and nothing is due', async () => {
    expect(await looked(`${COMMIT}\n${inSeconds(HOUR)}\n`)).toBe('build=false\n')
  })

  test.each([
    ['nothing is known of what is public', undefined],
    ['something has become due', `${COMMIT}\n${inSeconds(-1)}\n`],
    ['another commit is public', `${'b'.repeat(40)}\n${inSeconds(HOUR)}\n`],
    ['the record is cut off', COMMIT],
  ])('builds where %s', async (_, record) => {
    expect(await looked(record)).toBe('')
  })

  test('is the only one that looks, and no job waits for what others skip', () => {
    const { look, build, deploy, tell } = workflow.jobs
    expect(look?.if).toBe("github.event_name == 'schedule'")
    expect(build?.if).toContain("needs.look.outputs.build != 'false'")
    // By itself a job is skipped where any that came before was, however far back.
    for (const job of [build, deploy, tell]) expect(job?.if).toContain('!cancelled()')
  })
})
