import { execFile, execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { build, FIXTURE_EPOCH, projectEnv } from '../support/build.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { withDevServer } from '../support/dev-server.ts'
import { digestsOf, FIXTURE, FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

const exec = promisify(execFile)

/** Above it no folder has packages. */
let root: string
let newsroom: string
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'warta-outside-')))
  newsroom = join(root, 'news')
  await cp(FIXTURE, newsroom, { recursive: true })
})
afterAll(() => rm(root, { recursive: true }))

const env = { SOURCE_DATE_EPOCH: FIXTURE_EPOCH }

describe('a newsroom and caches outside the checkout', () => {
  test.each([
    ['in the system’s temporary folder', () => join(root, 'caches'), async () => newsroom],
    // Astro takes a path that begins as the checkout's for one within it.
    [
      'beside the checkout, with a name that begins as its does, the newsroom reached over a link',
      () => mkdtemp(`${CHECKOUT}-caches-`),
      async () => {
        const link = join(root, 'link')
        await symlink(newsroom, link)
        return link
      },
    ],
  ])('are built, from nothing and again, as those within it are: %s', async (_where, makeCaches, reach) => {
    const caches = await makeCaches()
    onTestFinished(() => rm(caches, { recursive: true, force: true }))
    const outDir = join(root, 'site')
    const reached = await reach()
    for (const _time of ['cold', 'warm']) {
      const { exitCode, output } = await build({
        newsroom: reached,
        outDir,
        env: { ...env, CACHE_DIR: caches },
      })
      expect(exitCode, output).toBe(0)
      expect(await digestsOf(outDir)).toEqual(await digestsOf(FIXTURE_DIST))
    }
  })

  test('authors see it while they work', () =>
    withDevServer(newsroom, { ...env, CACHE_DIR: join(root, 'desk') }, async (url) => {
      const page = await fetch(`${url}${FIXTURE_BASE}city/`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('The Fixture')
    }))

  test.each([
    ['check', 'nothing that stops a build'],
    ['due', 'night-bus'],
    ['redirects --format nginx', 'return 301'],
    ['trending --report', 'Night bus in the news'],
  ])('news %s', async (command, words) => {
    const { stdout, stderr } = await exec(
      process.execPath,
      [resolve('src/cli/news.ts'), ...command.split(' ')],
      { env: { ...projectEnv(), ...env, NEWSROOM: newsroom, CACHE_DIR: join(root, 'commands') } },
    )
    expect(stdout + stderr).toContain(words)
  })
})

test('a newsroom within the checkout leaves the packages beside it their own imports', async () => {
  // Of a warning at a setting the place is told, which Vite reads: a package that imports modules of its own.
  const { stdout } = await exec(process.execPath, ['src/cli/news.ts', 'check'], {
    cwd: CHECKOUT,
    env: { ...projectEnv(), ...env, NEWSROOM: '.' },
  })
  expect(stdout).toContain('src/site.config.ts:')
})

describe('what is no file of the newsroom’s own is not published', () => {
  test('a link and a pipe in public/ stop a build', async () => {
    const deep = join(newsroom, 'public/deep')
    await mkdir(deep, { recursive: true })
    onTestFinished(() => rm(deep, { recursive: true }))
    await symlink('/etc/hostname', join(deep, 'link.txt'))
    execFileSync('mkfifo', [join(deep, 'pipe.txt')])
    const outDir = join(root, 'refused-site')
    const { exitCode, output } = await build({ newsroom, outDir, env })
    expect(exitCode).toBe(1)
    for (const name of ['link', 'pipe']) expect(output).toContain(`public/deep/${name}.txt:1:1`)
    await expect(readFile(outDir)).rejects.toThrow('ENOENT')
  })
})
