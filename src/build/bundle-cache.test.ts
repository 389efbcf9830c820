import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { restoreBundle, storeBundle, storedBundle } from './bundle-cache.ts'
import { filesIn } from './files-in.ts'

const FILES = {
  'program/prerender-entry.a1.mjs': 'export const app = {}\n',
  'program/chunks/page_b2.mjs': 'export const page = 1\n',
  'site/_astro/page.c3.js': 'go()\n',
  'site/index.html': 'a page\n',
}
const BUNDLING = {
  entry: 'prerender-entry.a1.mjs',
  styles: { '/&a': [{ order: 1 }] },
  assets: ['_astro/page.c3.js'],
}
let root = ''
let folders: { program: string; site: string }
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'warta-bundle-'))
  folders = { program: join(root, 'program'), site: join(root, 'site') }
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [file, text] of Object.entries(FILES)) write(join(root, file), text)
  storeBundle(root, 'key', BUNDLING, folders, ['_astro/page.c3.js'])
})

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

test('what was bundled lies where it was again, and of the site only what belongs to it', () => {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true })
  write(join(folders.program, 'old.mjs'), 'old\n')
  write(join(folders.site, '_astro/page.c3.js'), 'damaged')
  const stored = storedBundle(root, 'key')
  expect(stored).toMatchObject(BUNDLING)
  if (stored) restoreBundle(root, stored, folders)
  expect(filesIn(folders.program).sort()).toEqual(['chunks/page_b2.mjs', 'prerender-entry.a1.mjs'])
  expect(filesIn(folders.site)).toEqual(['_astro/page.c3.js'])
  expect(readFileSync(join(folders.site, '_astro/page.c3.js'), 'utf8')).toBe('go()\n')
})

test('that of another program is not there', () => {
  expect(storedBundle(root, 'other')).toBeUndefined()
})

test.each(['program/prerender-entry.a1.mjs', 'program/chunks/page_b2.mjs', 'site/_astro/page.c3.js'])(
  'nothing is there where %s was damaged, or is gone',
  (file) => {
    const path = join(root, 'bundled', file)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/.$/m, '?'))
    expect(storedBundle(root, 'key')).toBeUndefined()
    rmSync(path)
    expect(storedBundle(root, 'key')).toBeUndefined()
    // As a cache that was copied about.
    writeFileSync(path, text)
    expect(storedBundle(root, 'key')).toMatchObject(BUNDLING)
  },
)

test('where it cannot be stored nothing is there, and nothing is thrown', () => {
  rmSync(join(root, 'bundled'), { recursive: true })
  writeFileSync(join(root, 'bundled'), 'no folder')
  expect(() => storeBundle(root, 'new', BUNDLING, folders, ['gone.js'])).not.toThrow()
  expect(storedBundle(root, 'new')).toBeUndefined()
})
