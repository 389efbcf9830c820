import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { installOwnPackages } from './own-packages.ts'

const MANIFEST = { name: 'own', version: '1.0.0', dependencies: { one: 'file:one' } }
const ONE = { name: 'one', version: '1.0.0' }
const LOCK = {
  ...MANIFEST,
  lockfileVersion: 3,
  packages: { '': MANIFEST, one: { version: '1.0.0' }, 'node_modules/one': { resolved: 'one', link: true } },
}

let folder: string
/** Stays where nothing is installed anew. */
let mark: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warta-own-packages-'))
  mark = join(folder, 'node_modules/mark')
  await mkdir(join(folder, 'one'))
  await write('package.json', MANIFEST)
  await write('package-lock.json', LOCK)
  await write('one/package.json', ONE)
  onTestFinished(() => rm(folder, { recursive: true }))
})

const write = (file: string, content: object) => writeFile(join(folder, file), JSON.stringify(content))
const isThere = () => existsSync(join(folder, 'node_modules/one/package.json'))

test('packages that are missing are installed, and then left alone', async () => {
  await installOwnPackages(folder)
  expect(isThere()).toBe(true)
  await writeFile(mark, '')
  await installOwnPackages(folder)
  expect(existsSync(mark)).toBe(true)
})

test('packages that are older than their lockfile are installed anew', async () => {
  await installOwnPackages(folder)
  await writeFile(mark, '')
  const later = new Date(Date.now() + 1000)
  await utimes(join(folder, 'package-lock.json'), later, later)
  await installOwnPackages(folder)
  expect([existsSync(mark), isThere()]).toEqual([false, true])
})

test('so are those of an installation that was cut off', async () => {
  await installOwnPackages(folder)
  await rm(join(folder, 'node_modules/one'))
  await rm(join(folder, 'node_modules/.package-lock.json'))
  await installOwnPackages(folder)
  expect(isThere()).toBe(true)
})

test('two who want them at once wait for each other', async () => {
  await Promise.all([installOwnPackages(folder), installOwnPackages(folder)])
  expect(isThere()).toBe(true)
})

test('what npm says stands in the error', async () => {
  await write('package.json', { ...MANIFEST, dependencies: { two: 'file:two' } })
  await expect(installOwnPackages(folder)).rejects.toThrow(/Missing: two/)
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toContain('two')
})
