import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { build, projectEnv, workspaceFor } from '../support/build.ts'
import { checkOut } from '../support/checkout.ts'
import { pathsOf, stepUsing, workflow } from '../support/publish-workflow.ts'
import { filesOf, SAMPLE, SAMPLE_DIST } from '../support/sites.ts'
import { mustBeWellFormed } from '../support/xml.ts'

const uploaded = String(stepUsing('actions/upload-pages-artifact').with?.path)
const exec = promisify(execFile)
const COPY = '.cache/test/checkout'

test('each step runs as it is written, in a fresh checkout, and leaves a site to publish', async () => {
  await mustBuildSample()
  await checkOut(COPY)
  await nameHub()
  const { build, tell } = workflow.jobs
  for (const { run, uses, with: inputs } of [...(build?.steps ?? []), ...(tell?.steps ?? [])]) {
    if (uses?.startsWith('actions/cache@') && String(inputs?.key).startsWith('build-'))
      await restorePictures(pathsOf(inputs)[0])
    if (uses?.startsWith('actions/upload-pages-artifact@')) await upload()
    if (uses?.startsWith('actions/download-artifact@')) await startOver()
    if (run === undefined) continue
    // Whoever runs this test has just done so.
    if (/^npm ci\b/.test(run)) continue
    await runStep(run)
  }
  const published = await filesOf(join(COPY, uploaded))
  expect(published).toEqual(expect.arrayContaining(['index.html', '404.html', 'rss.xml', 'robots.txt']))
  mustBeWellFormed(await readFile(join(COPY, uploaded, 'sitemap-index.xml'), 'utf8'))
  const [workspaces = '', ...desks] = pathsOf(stepUsing('actions/cache', 'build-').with)
  expect(desks.filter((path) => !existsSync(join(COPY, path)))).toEqual([])
  const kept = await filesOf(join(COPY, workspaces, uploaded))
  expect(kept).toEqual(expect.arrayContaining(['manifest', 'data-store.json']))
  expect(kept.some((file) => file.startsWith('assets/'))).toBe(true)

  expect(await readFile(join(COPY, OUTPUT), 'utf8')).toMatch(
    new RegExp(`^until=\\d{10}\nreceivers=${HUB}\n$`),
  )
  const { path } = stepUsing('actions/cache/save', 'pinged-').with ?? {}
  // A hub that was never told of anything before is not told of everything at once.
  const pinged = JSON.parse(await readFile(join(COPY, String(path)), 'utf8'))
  expect(Object.keys(pinged[HUB])).toContain('https://warta.example/politics/atom.xml')
})

/** Nothing listens there. */
const HUB = 'http://127.0.0.1:9/'
const OUTPUT = 'github-output'

/** Lets the outlet of the checkout have somebody to tell. */
async function nameHub(): Promise<void> {
  const file = join(COPY, 'src/site.config.ts')
  const config = await readFile(file, 'utf8')
  await writeFile(file, config.replace('defineSite({', `$&\n  feeds: { hubs: ['${HUB}'] },`))
}

async function mustBuildSample(): Promise<void> {
  const { exitCode, output } = await build({ newsroom: SAMPLE, outDir: SAMPLE_DIST })
  expect(exitCode, output).toBe(0)
}

/** What the action makes of the folder. */
async function upload(): Promise<void> {
  await exec('tar', ['-cf', 'artifact.tar', '-C', uploaded, '.'], { cwd: COPY })
}

/** The next job's machine has the artifact, and not what the first has built. */
async function startOver(): Promise<void> {
  await rm(join(COPY, uploaded), { recursive: true })
}

async function runStep(run: string): Promise<void> {
  const env = { ...projectEnv(), CI: 'true', GITHUB_OUTPUT: OUTPUT }
  await exec('bash', ['-e', '-c', run], { cwd: COPY, env }).catch(
    (error: Error & { stdout: string; stderr: string }) => {
      throw new Error(`${run}\n${error.stdout}${error.stderr}`)
    },
  )
}

/** Those that a build of the sample has scaled; the pages, made elsewhere, are not trusted. */
async function restorePictures(path = ''): Promise<void> {
  for (const name of ['assets', 'manifest']) {
    await cp(join(workspaceFor(SAMPLE_DIST), name), join(COPY, path, uploaded, name), { recursive: true })
  }
}
