import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIXTURE_EPOCH, projectEnv } from '../support/build.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { pinPackages } from '../support/pinned-packages.ts'

const env = { ...projectEnv(), SOURCE_DATE_EPOCH: FIXTURE_EPOCH }
const FLAGS = ['--yes', '--name', 'Kabar Uji', '--url', 'https://kabaruji.id/', '--locale', 'id']
const INSTALL = ['install', '--prefer-offline', '--no-audit', '--no-fund']

let root: string
let outlet: string

const run = (command: string, args: string[], cwd: string) =>
  promisify(execFile)(command, args, { cwd, env, maxBuffer: 50_000_000 })

/** What a command of the outlet prints, whatever it returns. */
const news = (...args: string[]) =>
  run('npx', ['news', ...args], outlet).catch(
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  )

/** Packs a folder, and returns the tarball's path. */
async function packed(folder: string, name: string): Promise<string> {
  const target = join(root, name)
  mkdirSync(target)
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', target], folder)
  const [tarball = ''] = await readdir(target)
  return join(target, tarball)
}

/** The program as its next version might be: a setting has another name, and a component another text. */
async function nextVersion(): Promise<string> {
  const folder = join(root, 'next')
  cpSync(join(outlet, 'node_modules/warta'), folder, { recursive: true })
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text, file).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
  }
  change('package.json', '"version": "', '"version": "9.')
  change('CHANGELOG.md', '\n## ', '\n## 9.0.0\n\n### To do when upgrading\n\n- Look at the foot.\n\n## ')
  change(
    'package.json',
    /"version": "9\.[^"]+"/.exec(readFileSync(join(folder, 'package.json'), 'utf8'))?.[0] ?? '',
    '"version": "9.0.0"',
  )
  change('lib/src/domain/site.js', 'maxLoss:', 'mostLost:')
  change('lib/src/build/sealed-site.js', 'publish.maxLoss', 'publish.mostLost')
  change(
    'lib/src/domain/renamed-settings.js',
    'RENAMED_SETTINGS = []',
    "RENAMED_SETTINGS = [{ since: '9.0.0', within: ['publish'], from: 'maxLoss', to: 'mostLost' }]",
  )
  appendFileSync(join(folder, 'lib/src/components/chrome/Footer.astro'), '\n{/* another */}\n')
  return packed(folder, 'second')
}

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'warta-upgraded-')))
  outlet = join(root, 'kabar-uji')
  await run(process.execPath, ['tools/package/build-package.ts'], CHECKOUT)
  const first = await packed(CHECKOUT, 'first')
  const create = [
    join(CHECKOUT, 'src/cli/news.ts'),
    'create',
    outlet,
    ...FLAGS,
    '--time-zone',
    'Asia/Jakarta',
  ]
  await run(process.execPath, [...create, '--warta', first], root)
  pinPackages(outlet, CHECKOUT)
  await run('npm', INSTALL, outlet)
}, 900_000)
afterAll(() => rm(root, { recursive: true, force: true }))

test('an outlet changes its looks and words, and is told what an upgrade asks of it', async () => {
  writeFileSync(
    join(outlet, 'src/theme.ts'),
    "import { defineTheme } from 'warta/theme'\n\nexport default defineTheme({ light: { accent: '#0b5394' } })\n",
  )
  mkdirSync(join(outlet, 'src/texts'))
  writeFileSync(
    join(outlet, 'src/texts/id.ts'),
    "import { defineTexts } from 'warta/texts'\n\nexport default defineTexts({ home: 'Halaman muka' })\n",
  )
  await news('override', 'chrome/Footer.astro')
  const footer = join(outlet, 'src/overrides/chrome/Footer.astro')
  appendFileSync(footer, '\n<p data-own-foot>Dicetak di Bandung.</p>\n')
  const config = join(outlet, 'src/site.config.ts')
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace(
      "publish: { host: 'github' }",
      "publish: { host: 'github', maxLoss: 10 }",
    ),
  )
  await run('npm', ['test'], outlet)
  const page = readFileSync(join(outlet, 'dist/berita/hari-pertama-kami/index.html'), 'utf8')
  expect(page).toContain('Dicetak di Bandung.')
  expect(page).toContain('Halaman muka')
  const [style = ''] = (await readdir(join(outlet, 'dist/_astro'))).filter((file) => file.endsWith('.css'))
  expect(readFileSync(join(outlet, 'dist/_astro', style), 'utf8')).toContain('#0b5394')
  expect(await news('upgrade', '--check')).toMatchObject({
    stdout: expect.stringContaining('fit.') as string,
  })

  await run('npm', [...INSTALL, await nextVersion()], outlet)
  const asked = await news('upgrade', '--check')
  expect(asked).toMatchObject({ code: 1 })
  expect(asked.stdout).toContain('9.0.0  Look at the foot.')
  expect(asked.stdout).toMatch(
    /src\/site\.config\.ts:\d+:\d+ "publish\.maxLoss" is called "publish\.mostLost" since version 9\.0\.0\./,
  )
  await news('upgrade')
  expect(readFileSync(config, 'utf8')).toContain("publish: { host: 'github', mostLost: 10 }")
  // Told until somebody has looked at it, and nothing that stops a build.
  expect((await news('check')).stdout).toMatch(/src\/overrides\/chrome\/Footer\.astro:\d+:\d+ /)
  await run('npm', ['test'], outlet)
  expect(readFileSync(join(outlet, 'dist/berita/hari-pertama-kami/index.html'), 'utf8')).toContain(
    'Dicetak di Bandung.',
  )
}, 900_000)
