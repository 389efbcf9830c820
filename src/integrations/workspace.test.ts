import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace } from './workspace.ts'

const PAGES = { 'world/a/index.html': 'a', 'world/b/index.html': 'b' }
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warta-workspace-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const files = (below: string) =>
  readdirSync(join(folder, below), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, below).length + 1))
    .sort()

/** Does what Astro does in a build: these pages with keys, and other files. */
function build(pages: Record<string, string> = PAGES, { madeBy = 'me', assets = ['a.js'] } = {}) {
  const workspace = openWorkspace(folder, madeBy)
  const found = files('dist')
  workspace.begin()
  workspace.useAssets(assets)
  for (const [file, text] of Object.entries(pages)) write(`dist/${file}`, text)
  write('dist/index.html', 'front')
  write('assets/picture.webp', 'picture')
  write('incremental-build.json', JSON.stringify({ routes: { '[slug].astro': { paths: entries(pages) } } }))
  return { workspace, found }
}

function finish({ workspace }: ReturnType<typeof build>) {
  workspace.seal()
}

const entries = (pages: Record<string, string>) =>
  Object.fromEntries(Object.keys(pages).map((file) => [file, { outputFile: file }]))

describe('the next build finds', () => {
  beforeEach(() => finish(build()))
  const found = () => openWorkspace(folder, 'me') && files('dist')

  test('the pages that have keys, and no other file', () => {
    expect(found()).toEqual(Object.keys(PAGES))
  })

  test.each<[string, () => void]>([
    ['a page was changed', () => write('dist/world/a/index.html', 'A longer one')],
    ['a page has another time', () => utimesSync(join(folder, 'dist/world/a/index.html'), 1, 1)],
    ['a page is gone', () => rmSync(join(folder, 'dist/world/a/index.html'))],
    ['the record is half of one', () => write('kept.json', '{"madeBy": "me", "pag')],
    ['a build was cut off while it made pages', () => build({ 'world/c/index.html': 'c' })],
    ['another program has made a build', () => finish(build(PAGES, { madeBy: 'another' }))],
  ])('none where %s', (_, happen) => {
    happen()
    expect(found()).toEqual([])
    expect(files('')).not.toContain('incremental-build.json')
  })

  test('them where a build has failed before it made pages', () => {
    openWorkspace(folder, 'me')
    expect(found()).toEqual(Object.keys(PAGES))
  })

  test('them where a build has failed after it made pages', () => {
    const pages = { ...PAGES, 'world/c/index.html': 'c' }
    build(pages).workspace.seal()
    expect(found()).toEqual(Object.keys(pages))
  })

  test('them with the times that they were given', () => {
    const { workspace } = build()
    workspace.seal()
    utimesSync(join(folder, 'dist/world/a/index.html'), 1, 1)
    workspace.restamp(['world/a/index.html', 'index.html'])
    expect(found()).toEqual(Object.keys(PAGES))
  })

  test('scaled pictures that are whole, whatever became of the pages', () => {
    write('assets/half.webp', 'ha')
    build()
    write('assets/picture.webp', 'pict')
    openWorkspace(folder, 'me')
    expect(files('assets')).toEqual([])
    finish(build())
    openWorkspace(folder, 'another')
    expect(files('assets')).toEqual(['picture.webp'])
  })

  test('of the caches, what is as it was left', () => {
    const { workspace } = build()
    workspace.seal()
    for (const file of ['fonts/a.woff2', 'fonts/b.woff2', 'web-desk/1/desk.js', 'web-desk/1/part.js'])
      write(file, 'after the seal')
    workspace.restamp([])
    openWorkspace(folder, 'another')
    expect([files('fonts').length, files('web-desk').length]).toEqual([2, 2])
    utimesSync(join(folder, 'fonts/a.woff2'), 1, 1)
    rmSync(join(folder, 'web-desk/1/part.js'))
    openWorkspace(folder, 'another')
    expect(files('fonts')).toEqual(['b.woff2'])
    expect(readdirSync(folder)).not.toContain('web-desk')
  })
})

test('a page that is made no more goes, and its folder', () => {
  finish(build())
  finish(build({ 'world/a/index.html': 'a' }))
  expect(files('dist')).toEqual(['index.html', 'world/a/index.html'])
  expect(readdirSync(join(folder, 'dist/world'))).toEqual(['a'])
})

test('one that another route makes now is not deleted by Astro, which looks at the first alone', () => {
  finish(build())
  expect(readFileSync(join(folder, 'incremental-build.json'), 'utf8')).not.toMatch(/"outputFile":"world/)
})

test('one in whose place something else was written stays', () => {
  finish(build())
  const next = build({ 'world/a/index.html': 'a' })
  write('dist/world/b/index.html', 'A redirect')
  finish(next)
  expect(readFileSync(join(folder, 'dist/world/b/index.html'), 'utf8')).toBe('A redirect')
})

test.each([
  ['the same', ['b.css', 'a.js'], true],
  ['others', ['a.js'], false],
])('Astro’s record of pages stays where scripts and styles are %s', (_, assets, stays) => {
  finish(build(PAGES, { assets: ['a.js', 'b.css'] }))
  const workspace = openWorkspace(folder, 'me')
  workspace.begin()
  workspace.useAssets(assets)
  expect(files('').includes('incremental-build.json')).toBe(stays)
})
