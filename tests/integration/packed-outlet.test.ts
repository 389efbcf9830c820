import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ICON_FILES } from '#domain/icon-files.ts'
import { build, FIXTURE_EPOCH, projectEnv } from '../support/build.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { addressOf } from '../support/dev-server.ts'
import { pinPackages } from '../support/pinned-packages.ts'
import { digestsOf, filesOf } from '../support/sites.ts'

const env = { ...projectEnv(), SOURCE_DATE_EPOCH: FIXTURE_EPOCH }
const FLAGS = ['--yes', '--name', 'Kabar Uji', '--url', 'https://kabaruji.id/', '--locale', 'id']

/** Above it no folder has packages. */
let root: string
let outlet: string

const run = (command: string, args: string[], cwd: string) =>
  promisify(execFile)(command, args, { cwd, env, maxBuffer: 50_000_000 })

/** The program as a package, an outlet that it makes, and what that installs. */
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'warta-packed-')))
  outlet = join(root, 'kabar-uji')
  await run('npm', ['pack', '--silent', '--pack-destination', root], CHECKOUT)
  const [tarball = ''] = await readdir(root)
  const create = [join(CHECKOUT, 'src/cli/news.ts'), 'create', outlet, ...FLAGS]
  await run(
    process.execPath,
    [...create, '--time-zone', 'Asia/Jakarta', '--warta', join(root, tarball)],
    root,
  )
  pinPackages(outlet, CHECKOUT)
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], outlet)
}, 900_000)
afterAll(() => rm(root, { recursive: true, force: true }))

test('has nothing of the checkout in its package but the program and its documents', async () => {
  const files = await filesOf(join(outlet, 'node_modules/warta'))
  const others = files.filter((file) => !/^(?:lib|deploy|docs|node_modules)\//.test(file))
  expect(others).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
  expect(files).toContain('docs/authors.md')
  expect(files.filter((file) => /^lib\/(?:src\/content|public|articles)\//.test(file))).toEqual([])
})

describe('another outlet is started', () => {
  test.each([
    ['by the package’s own command', () => join(outlet, 'node_modules/.bin/create-warta')],
    ['by the package that npm create runs', () => join(outlet, 'node_modules/create-warta/index.js')],
  ])('%s', async (_how, command) => {
    await cp(join(CHECKOUT, 'create-warta'), join(outlet, 'node_modules/create-warta'), { recursive: true })
    const second = await mkdtemp(join(root, 'second-'))
    await run('node', [command(), second, ...FLAGS], root)
    const { version } = JSON.parse(await readFile(join(outlet, 'node_modules/warta/package.json'), 'utf8'))
    const { dependencies } = JSON.parse(await readFile(join(second, 'package.json'), 'utf8'))
    expect(dependencies).toEqual({ warta: `^${version}` })
  })
})

describe('an outlet with the program as a package', () => {
  beforeAll(async () => {
    await run('npm', ['test'], outlet)
  }, 300_000)

  test('is checked, and there is nothing to mend', async () => {
    expect((await run('npm', ['run', '--silent', 'check'], outlet)).stdout).toBe('Nothing to mend.\n')
  })

  test('is built with its own icons, and with no word of the program’s sample', async () => {
    const site = join(outlet, 'dist')
    expect(await readFile(join(site, 'index.html'), 'utf8')).toContain('Kabar Uji terbit mulai hari ini')
    for (const file of ICON_FILES) {
      const [own, published] = [join(outlet, 'public', file), join(site, file)]
      expect((await readFile(published)).equals(await readFile(own)), file).toBe(true)
    }
    const texts = (await filesOf(site)).filter((file) =>
      /\.(?:html|xml|json|txt|md|opml|webmanifest|svg)$/.test(file),
    )
    expect(texts.length).toBeGreaterThan(20)
    for (const file of texts)
      expect(await readFile(join(site, file), 'utf8'), file).not.toMatch(/warta|demonstration newsroom/i)
  })

  test('is the same, byte for byte, as the checkout builds it', async () => {
    const outDir = join(root, 'by-checkout')
    const { exitCode, output } = await build({
      newsroom: outlet,
      outDir,
      env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH, CACHE_DIR: join(root, 'caches') },
    })
    expect(exitCode, output).toBe(0)
    expect(await digestsOf(outDir)).toEqual(await digestsOf(join(outlet, 'dist')))
  })

  test('is drawn its icons where it has none', async () => {
    for (const file of ICON_FILES) await rm(join(outlet, 'public', file))
    const before = await digestsOf(join(outlet, 'dist'))
    await run('npm', ['run', 'build'], outlet)
    expect(await digestsOf(join(outlet, 'dist'))).toEqual(before)
  })

  test('shows an author at work what is written', async () => {
    const server = spawn('npx', ['news', 'dev', '--port', '0', '--host', '127.0.0.1'], {
      cwd: outlet,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(server, 'exit')
    try {
      const url = await addressOf(server)
      const article = await (await fetch(`${url}/berita/hari-pertama-kami/`)).text()
      expect(article).toContain('Inilah artikel pertama Kabar Uji.')
      expect(article).toContain('Pembaca belum dapat berkomentar')
      const icon = await fetch(`${url}/favicon.svg`)
      expect(await icon.text()).toContain('<title>Kabar Uji</title>')
    } finally {
      process.kill(-Number(server.pid))
      await ended
    }
  })

  test('gets a further language, and is still the same', async () => {
    const config = join(outlet, 'src/site.config.ts')
    const text = await readFile(config, 'utf8')
    const further = text.replace(/locale: ["']id["'],/, "$&\n  languages: [{ locale: 'en', path: 'en' }],")
    expect(further).not.toBe(text)
    await writeFile(config, further)
    await run('npm', ['run', 'build'], outlet)
    const files = await filesOf(join(outlet, 'dist'))
    expect(files).toEqual(expect.arrayContaining(['en/index.html', 'en/rss.xml', 'en/site.webmanifest']))
    const outDir = join(root, 'further-by-checkout')
    const { exitCode, output } = await build({
      newsroom: outlet,
      outDir,
      env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH, CACHE_DIR: join(root, 'caches') },
    })
    expect(exitCode, output).toBe(0)
    expect(await digestsOf(outDir)).toEqual(await digestsOf(join(outlet, 'dist')))
  })
})
