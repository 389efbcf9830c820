import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takePublishedTimes } from './publish/published-times.ts'
import { openWorkspace } from './open-workspace.ts'

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
async function build(
  pages: Record<string, string> = PAGES,
  { fingerprint = 'me', assets = ['a.js'], pictures = [] as string[] } = {},
) {
  const workspace = await openWorkspace(folder, { fingerprint })
  const found = files('dist')
  workspace.begin()
  workspace.useAssets(assets)
  const { pages: list } = workspace
  const stale = Object.entries(pages).filter(([file, text]) => !list.keepFresh(file, text))
  for (const [file, text] of stale) {
    list.clearWay(file)
    list.addPending(file, text)
    write(`dist/${file}`, text)
    list.addRendered(file, { pictures: [], unscaled: [] })
  }
  write('dist/index.html', 'front')
  list.addRendered('index.html', { pictures, unscaled: [] })
  for (const picture of pictures) list.addPicture(picture, { original: 'a.jpg', source: '/a.jpg' })
  write('assets/picture.webp', 'picture')
  return { workspace, found, made: stale.map(([file]) => file) }
}

function finish({ workspace }: Awaited<ReturnType<typeof build>>) {
  takePublishedTimes(workspace.dist, join(folder, 'live'), workspace.pages.rendered())
  workspace.seal()
}

test('pages are known by their keys alone, and stay; one that is made after all does not stay as well', async () => {
  finish(await build())
  const { workspace } = await build({}, {})
  const { pages: list } = workspace
  expect(list.freshOf(['b', 'another', 'a'])).toEqual(new Set(['b', 'a']))
  expect(list.files().map(({ file }) => file)).toEqual(expect.arrayContaining(Object.keys(PAGES)))
  list.addPending('world/a/index.html', 'new')
  write('dist/world/a/index.html', 'new')
  list.addRendered('world/a/index.html', { pictures: [], unscaled: [] })
  expect(
    list
      .files()
      .map(({ file }) => file)
      .filter((file) => file in PAGES),
  ).toHaveLength(2)
  finish({ workspace, found: [], made: [] })
  const { pages: next } = (await build({})).workspace
  expect(next.freshOf(['a', 'b', 'new'])).toEqual(new Set(['b', 'new']))
})

test('no page is known by its key where scripts or styles are others', async () => {
  finish(await build())
  const { workspace } = await build({}, { assets: ['b.js'] })
  expect(workspace.pages.freshOf(['a', 'b'])).toEqual(new Set())
})

describe('the next build finds', () => {
  beforeEach(async () => finish(await build()))
  const found = async () => (await openWorkspace(folder, { fingerprint: 'me' })) && files('dist')

  test('the pages that have keys, and no other file', async () => {
    expect(await found()).toEqual(Object.keys(PAGES))
  })

  test.each<[string, () => unknown]>([
    ['a page was changed', () => write('dist/world/a/index.html', 'A longer one')],
    [
      'a page was changed that has its size and time',
      () => {
        const { atime, mtime } = statSync(join(folder, 'dist/world/a/index.html'))
        write('dist/world/a/index.html', 'b')
        utimesSync(join(folder, 'dist/world/a/index.html'), atime, mtime)
      },
    ],
    ['a page is gone', () => rmSync(join(folder, 'dist/world/a/index.html'))],
    ['the record is half of one', () => write('manifest', '{"fingerprint": "me", "pag')],
    ['a build was cut off while it made pages', () => build({ 'world/c/index.html': 'c' })],
    ['another program has made a build', async () => finish(await build(PAGES, { fingerprint: 'another' }))],
  ])('none where %s', async (_, happen) => {
    await happen()
    expect(await found()).toEqual([])
    expect((await build()).made).toEqual(Object.keys(PAGES))
  })

  test('them where they were carried about, whatever their times and inodes', async () => {
    cpSync(join(folder, 'dist'), join(folder, 'copy'), { recursive: true })
    rmSync(join(folder, 'dist'), { recursive: true })
    renameSync(join(folder, 'copy'), join(folder, 'dist'))
    expect(await found()).toEqual(Object.keys(PAGES))
  })

  test('them where a build has failed before it made pages', async () => {
    await openWorkspace(folder, { fingerprint: 'me' })
    expect(await found()).toEqual(Object.keys(PAGES))
  })

  test('them where a build has failed after it made pages', async () => {
    const pages = { ...PAGES, 'world/c/index.html': 'c' }
    finish(await build(pages))
    expect(await found()).toEqual(Object.keys(pages))
  })

  test('them with the times that they were given', async () => {
    const { workspace } = await build()
    workspace.seal()
    utimesSync(join(folder, 'dist/world/a/index.html'), 1, 1)
    workspace.released(['world/a/index.html', 'index.html'], [])
    expect(await found()).toEqual(Object.keys(PAGES))
  })

  test('scaled pictures that are whole, whatever became of the pages', async () => {
    write('assets/half.webp', 'ha')
    await build()
    write('assets/picture.webp', 'pict')
    await openWorkspace(folder, { fingerprint: 'me' })
    expect(files('assets')).toEqual([])
    finish(await build(PAGES, { pictures: ['_astro/picture.webp'] }))
    await openWorkspace(folder, { fingerprint: 'another' })
    expect(files('assets')).toEqual(['picture.webp'])
  })

  test('no scaled pictures that no page has any more', async () => {
    finish(await build(PAGES, { pictures: ['_astro/picture.webp'] }))
    const next = await build()
    write('assets/picture.webp.json', '{}')
    finish(next)
    expect(files('assets')).toEqual([])
  })

  test('what Astro knows of the content, but not with a bit that is another', async () => {
    const store = () => readFileSync(join(folder, 'data-store.json'), 'utf8')
    const { workspace } = await build()
    write('data-store.json', 'Who said it')
    workspace.seal()
    await openWorkspace(folder, { fingerprint: 'me' })
    expect(store()).toBe('Who said it')
    write('data-store.json', 'Gho said it')
    await openWorkspace(folder, { fingerprint: 'me' })
    expect(store).toThrow('ENOENT')
  })

  test('of the caches, what is as it was left', async () => {
    const { workspace } = await build()
    for (const file of ['fonts/a.woff2', 'fonts/b.woff2']) write(file, 'font')
    workspace.seal()
    for (const file of ['web-desk/1/desk.js', 'web-desk/1/part.js']) write(file, 'after the seal')
    workspace.released([], [])
    await openWorkspace(folder, { fingerprint: 'another' })
    expect([files('fonts').length, files('web-desk').length]).toEqual([2, 2])
    write('fonts/a.woff2', 'tofn')
    utimesSync(join(folder, 'fonts/b.woff2'), 1, 1)
    rmSync(join(folder, 'web-desk/1/part.js'))
    await openWorkspace(folder, { fingerprint: 'another' })
    expect(files('fonts')).toEqual(['b.woff2'])
    expect(readdirSync(folder)).not.toContain('web-desk')
  })
})

test.each([
  ['old.html', 'old.html/a/index.html'],
  ['old.html/a/index.html', 'old.html'],
])('%s goes where the next build has %s', async (before, after) => {
  finish(await build({ [before]: 'before' }))
  finish(await build({ [after]: 'after' }))
  expect(files('dist').toSorted()).toEqual(['index.html', after])
  finish(await build({ [before]: 'before' }))
  expect(files('dist').toSorted()).toEqual(['index.html', before])
})

test('a page that is made no more goes, and its folder', async () => {
  finish(await build())
  finish(await build({ 'world/a/index.html': 'a' }))
  expect(files('dist')).toEqual(['index.html', 'world/a/index.html'])
  expect(readdirSync(join(folder, 'dist/world'))).toEqual(['a'])
})

test('so does one that was made when the clock was ahead', async () => {
  finish(await build())
  const later = new Date(Date.now() + 86_400_000)
  utimesSync(join(folder, 'dist/world/b/index.html'), later, later)
  finish(await build({ 'world/a/index.html': 'a' }))
  expect(files('dist')).toEqual(['index.html', 'world/a/index.html'])
})

test('one in whose place something else was written stays', async () => {
  finish(await build())
  const next = await build({ 'world/a/index.html': 'a' })
  write('dist/world/b/index.html', 'A redirect')
  finish(next)
  expect(readFileSync(join(folder, 'dist/world/b/index.html'), 'utf8')).toBe('A redirect')
})

test('the files of all are told, those that stay among them', async () => {
  finish(await build())
  const { workspace, made } = await build({ ...PAGES, 'world/a/index.html': 'another a' })
  expect(made).toEqual(['world/a/index.html'])
  expect(workspace.seal().sort()).toEqual(['index.html', ...Object.keys(PAGES)])
})

test.each([
  ['stay where scripts and styles are the same', ['b.css', 'a.js'], []],
  ['are made anew where they are others', ['a.js'], Object.keys(PAGES)],
])('pages %s', async (_, assets, made) => {
  finish(await build(PAGES, { assets: ['a.js', 'b.css'] }))
  expect((await build(PAGES, { assets })).made).toEqual(made)
})

test('a page of the same bytes as the published one has its time', async () => {
  const made = await build()
  write('live/world/a/index.html', 'a')
  write('live/world/b/index.html', 'another')
  for (const page of Object.keys(PAGES)) utimesSync(join(folder, 'live', page), 1, 1)
  finish(made)
  const timeOf = (page: string) => statSync(join(folder, 'dist', page)).mtimeMs
  expect(Object.keys(PAGES).map((page) => timeOf(page) === 1000)).toEqual([true, false])
  expect((await build()).made).toEqual([])
})

describe('a scaled picture', () => {
  const picture = { original: '_astro/a.jpg', source: '/newsroom/a.jpg' }
  async function buildWith(pages: Record<string, string>, unscaled: string[] = []) {
    const { workspace, made } = await build(pages)
    // The bundler writes the file that is scaled in each build.
    write('dist/_astro/a.jpg', 'as it was taken')
    if (made.includes('world/a/index.html')) {
      write('dist/_astro/a_1.webp', 'scaled')
      workspace.pages.addRendered('world/a/index.html', { pictures: ['_astro/a_1.webp'], unscaled })
      workspace.pages.addPicture('_astro/a_1.webp', picture)
    }
    workspace.seal()
    return files('dist/_astro')
  }

  test('stays with the page that names it, and goes with it', async () => {
    expect(await buildWith(PAGES)).toEqual(['a_1.webp'])
    expect(await buildWith({ ...PAGES, 'world/b/index.html': 'another b' })).toEqual(['a_1.webp'])
    expect(await buildWith({ 'world/b/index.html': 'b' })).toEqual(['a.jpg'])
  })

  test('has what it was scaled from beside it while a page names that', async () => {
    const both = ['a.jpg', 'a_1.webp']
    expect(await buildWith(PAGES, ['/newsroom/a.jpg'])).toEqual(both)
    expect(await buildWith({ ...PAGES, 'world/b/index.html': 'another b' })).toEqual(both)
  })

  test('that is gone has all made anew', async () => {
    await buildWith(PAGES)
    rmSync(join(folder, 'dist/_astro/a_1.webp'))
    expect((await build()).made).toEqual(Object.keys(PAGES))
  })
})

describe('what lies ready elsewhere', () => {
  const ready = (file: string) => (file === 'cards/a.png' ? join(folder, 'ready.png') : undefined)
  const open = () => openWorkspace(folder, { fingerprint: 'me', prebuilt: ready })
  const inode = (path: string) => statSync(join(folder, path)).ino
  beforeEach(async () => {
    const workspace = await open()
    write('ready.png', 'drawn')
    workspace.begin()
    expect(workspace.pages.takePrebuilt('cards/a.png', 'key')).toBe(true)
    expect(workspace.pages.takePrebuilt('cards/b.png', 'key')).toBe(false)
    workspace.seal()
  })

  test('is in the output without a copy, and stays', async () => {
    expect(inode('dist/cards/a.png')).toBe(inode('ready.png'))
    expect((await open()).pages.keepFresh('cards/a.png', 'key')).toBe(true)
  })

  test('is never written into', async () => {
    const { pages: list } = await open()
    list.addPending('cards/a.png', 'another key')
    expect(files('dist')).toEqual([])
  })
})
