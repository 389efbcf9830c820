import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { commitProgram } from './commit-program.ts'

const MODULE = 'lib/src/publisher/loaded/child.js'
const ENV = { PATH: process.env.PATH, HOME: process.env.HOME, npm_config_offline: 'true' }

function write(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

/** An outlet whose program is a package that lies in it, as a file for npm, and one that has it installed. */
async function outlet() {
  const root = await mkdtemp(join(tmpdir(), 'warta-packages-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const [checkout, program, caches] = ['checkout', 'program', 'caches'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, env: ENV, stdio: 'pipe' })
  let installs = 0
  const chosen = (signal = new AbortController().signal, env: NodeJS.ProcessEnv = ENV) =>
    commitProgram(
      { ...{ checkout, newsroom: checkout, program, caches, env }, onInstall: () => void installs++ },
      signal,
    )
  /** A commit whose program is of a version. */
  const commit = (version: string, folder = checkout) => {
    const source = join(root, 'source')
    write(source, {
      'package.json': JSON.stringify({ name: 'warta', version }),
      [MODULE]: `// ${version}`,
    })
    mkdirSync(join(folder, 'vendor'), { recursive: true })
    npm(source, 'pack', '--silent', '--pack-destination', join(folder, 'vendor'))
    const dependencies = { warta: `file:vendor/warta-${version}.tgz` }
    write(folder, { 'package.json': JSON.stringify({ name: 'harian', dependencies }) })
    rmSync(join(folder, 'package-lock.json'), { force: true })
    npm(folder, 'install', '--package-lock-only', '--no-audit', '--no-fund')
  }
  commit('1.0.0', program)
  npm(program, 'ci', '--no-audit', '--no-fund')
  const versionOf = ({ module = '' }) => readFileSync(module, 'utf8')
  return { root, checkout, program, caches, commit, chosen, versionOf, installs: () => installs }
}

test('a commit of the same packages is built by its own files, with the packages that are installed', async () => {
  const { commit, chosen, checkout, program, installs } = await outlet()
  commit('1.0.0')
  const found = await chosen()
  expect(found).toEqual({ program: checkout, module: join(checkout, 'node_modules/warta', MODULE) })
  expect(realpathSync(found.module ?? '')).toBe(join(program, 'node_modules/warta', MODULE))
  expect(installs()).toBe(0)
})

test('a commit of other packages gets these, once, and takes none from the program that serves', async () => {
  const { commit, chosen, versionOf, program, caches, installs } = await outlet()
  for (const [version, count] of [
    ['2.0.0', 1],
    ['2.0.0', 1],
    ['1.0.0', 1],
    ['2.0.0', 1],
    ['3.0.0', 2],
    ['4.0.0', 3],
  ] as const) {
    commit(version)
    expect(versionOf(await chosen())).toBe(`// ${version}`)
    expect(installs()).toBe(count)
  }
  expect(versionOf({ module: join(program, 'node_modules/warta', MODULE) })).toBe('// 1.0.0')
  expect(readdirSync(join(caches, 'packages'))).toHaveLength(2)
})

test('packages that cannot be installed are told with what npm says, and the next commit is built', async () => {
  const { commit, chosen, versionOf, checkout, program } = await outlet()
  commit('2.0.0')
  const dependencies = { warta: 'file:vendor/warta-2.0.0.tgz', gone: '1.2.3' }
  write(checkout, { 'package.json': JSON.stringify({ name: 'harian', dependencies }) })
  await expect(chosen()).rejects.toThrow(
    /^The packages of the commit cannot be installed, by "npm ci": [\s\S]*gone/,
  )
  expect(existsSync(join(program, 'node_modules/warta', MODULE))).toBe(true)
  commit('2.0.0')
  expect(versionOf(await chosen())).toBe('// 2.0.0')
})

test('an installation that was cut off is begun anew', async () => {
  const { commit, chosen, versionOf, checkout } = await outlet()
  commit('2.0.0')
  const controller = new AbortController()
  const cutOff = chosen(controller.signal)
  controller.abort()
  await expect(cutOff).rejects.toThrow()
  // What npm may have left.
  write(checkout, { 'node_modules/warta/package.json': '{ "name": "war' })
  expect(versionOf(await chosen())).toBe('// 2.0.0')
})

test.each([
  ['no packages', {}],
  [
    'packages of something else',
    { 'package.json': '{}', 'package-lock.json': '{ "packages": { "node_modules/prettier": {} } }' },
  ],
])('a commit of %s is built by the program that runs', async (_case, files) => {
  const { chosen, checkout, program } = await outlet()
  write(checkout, { 'articles/a.md': 'a', ...files })
  expect(await chosen()).toEqual({ program })
})

test('a commit of the program itself is built by its own code', async () => {
  const { chosen, checkout, program } = await outlet()
  write(checkout, {
    'src/publisher/loaded/child.ts': '// its own',
    'package.json': readFileSync(join(program, 'package.json'), 'utf8'),
    'package-lock.json': readFileSync(join(program, 'package-lock.json'), 'utf8'),
  })
  expect(await chosen()).toEqual({
    program: checkout,
    module: join(checkout, 'src/publisher/loaded/child.ts'),
  })
})
