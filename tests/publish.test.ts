import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectEnv, workspaceFor } from './support/build.ts'
import { checkOut } from './support/checkout.ts'
import { filesOf, SAMPLE_DIST } from './support/sites.ts'
import { mustBeWellFormed } from './support/xml.ts'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Workflow {
  on: Record<string, unknown>
  concurrency: Record<string, unknown>
  permissions: Record<string, string>
  jobs: Record<string, { permissions: Record<string, string>; steps: Step[] }>
}

const workflow = parse(await readFile('.github/workflows/publish.yml', 'utf8')) as Workflow
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
const uploaded = String(stepUsing('actions/upload-pages-artifact').with?.path)
const exec = promisify(execFile)
const COPY = '.cache/test/checkout'

describe('the workflow', () => {
  test('starts by itself when main changes, by the clock and by hand', () => {
    expect(workflow.on).toEqual({
      push: { branches: ['main'] },
      schedule: [{ cron: expect.stringMatching(/^[\d,]+ \* \* \* \*$/) }],
      workflow_dispatch: { inputs: { accept_loss: expect.objectContaining({ default: false }) } },
    })
  })

  test('never publishes twice at once, nor cuts a publication off', () => {
    expect(workflow.concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false })
  })

  test('may do no more than each job needs', () => {
    expect(workflow.permissions).toEqual({})
    const permissions = Object.values(workflow.jobs).map((job) => job.permissions)
    expect(permissions).toEqual([
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
    expect(order.indexOf('actions/cache')).toBeLessThan(order.indexOf('npm run build'))
  })
})

test('each step runs as it is written, in a fresh checkout, and leaves a site to publish', async () => {
  await checkOut(COPY)
  await nameHub()
  for (const { run, uses, with: inputs } of steps) {
    if (uses?.startsWith('actions/cache@')) await restorePictures(pathsOf(inputs)[0])
    if (uses?.startsWith('actions/upload-pages-artifact@')) await upload()
    if (uses?.startsWith('actions/download-artifact@')) await startOver()
    if (run === undefined) continue
    if (run === 'npm ci') {
      // The README's own way to install; whoever runs this test has just done so.
      expect(await readFile('README.md', 'utf8')).toContain('\n```sh\nnpm ci && ')
      continue
    }
    await runStep(run)
  }
  const published = await filesOf(join(COPY, uploaded))
  expect(published).toEqual(expect.arrayContaining(['index.html', '404.html', 'rss.xml', 'robots.txt']))
  mustBeWellFormed(await readFile(join(COPY, uploaded, 'sitemap-index.xml'), 'utf8'))
  const [workspaces = '', ...desks] = pathsOf(stepUsing('actions/cache').with)
  expect(desks.filter((path) => !existsSync(join(COPY, path)))).toEqual([])
  const kept = await filesOf(join(COPY, workspaces, uploaded))
  expect(kept).toEqual(expect.arrayContaining(['manifest', 'data-store.json']))
  expect(kept.some((file) => file.startsWith('assets/'))).toBe(true)

  expect(await readFile(join(COPY, OUTPUT), 'utf8')).toBe(`receivers=${HUB}\n`)
  const { path } = stepUsing('actions/cache/save').with ?? {}
  expect(stepUsing('actions/cache/restore').with).toMatchObject({ path })
  // A hub that was never told of anything before is not told of everything at once.
  const pinged = JSON.parse(await readFile(join(COPY, String(path)), 'utf8'))
  expect(Object.keys(pinged[HUB])).toContain('https://warta.example/politics/atom.xml')
}, 300_000)

/** Nothing listens there. */
const HUB = 'http://127.0.0.1:9/'
const OUTPUT = 'github-output'

/** Lets the outlet of the checkout have somebody to tell. */
async function nameHub(): Promise<void> {
  const file = join(COPY, 'src/site.config.ts')
  const config = await readFile(file, 'utf8')
  await writeFile(file, config.replace('defineSite({', `$&\n  feeds: { hubs: ['${HUB}'] },`))
}

/** What the action makes of the folder. */
async function upload(): Promise<void> {
  await exec('tar', ['-cf', 'artifact.tar', '-C', uploaded, '.'], { cwd: COPY })
}

/** The next job's machine has the artifact, and not what the first has built. */
async function startOver(): Promise<void> {
  await rm(join(COPY, uploaded), { recursive: true })
}

function stepUsing(action: string): Step {
  const step = steps.find(({ uses }) => uses?.startsWith(`${action}@`))
  if (!step) throw new Error(`publish.yml does not use ${action}`)
  return step
}

async function runStep(run: string): Promise<void> {
  const env = { ...projectEnv(), CI: 'true', GITHUB_OUTPUT: OUTPUT }
  await exec('bash', ['-e', '-c', run], { cwd: COPY, env }).catch(
    (error: Error & { stdout: string; stderr: string }) => {
      throw new Error(`${run}\n${error.stdout}${error.stderr}`)
    },
  )
}

/** Those that the sample's build has scaled; the pages, made elsewhere, are not trusted. */
/** What an action is to keep, a path a line. */
function pathsOf(inputs: { path?: unknown } | undefined): string[] {
  return String(inputs?.path).trim().split('\n')
}

async function restorePictures(path = ''): Promise<void> {
  for (const name of ['assets', 'manifest']) {
    await cp(join(workspaceFor(SAMPLE_DIST), name), join(COPY, path, uploaded, name), { recursive: true })
  }
}
