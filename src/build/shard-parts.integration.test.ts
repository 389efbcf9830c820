import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readManifest } from './manifest.ts'
import { filesIn } from './files-in.ts'
import { openWorkspace } from './open-workspace.ts'

interface Build {
  pages: string[]
  fingerprint?: string
  assets?: string[]
}

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'warta-parts-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const at = (...path: string[]) => join(root, ...path)
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true })
  writeFileSync(at(path), text)
}

/** Does what Astro does in a build: these pages with keys, a picture for each, and a front page without. */
async function build(name: string, { pages, fingerprint = 'me', assets = ['a.js'] }: Build): Promise<void> {
  const workspace = await openWorkspace(at(name), { fingerprint })
  workspace.begin()
  workspace.useAssets(assets)
  const { pages: list } = workspace
  for (const page of pages.filter((page) => !list.keepFresh(`${page}/index.html`, page))) {
    list.addPending(`${page}/index.html`, page)
    write(`${name}/dist/${page}/index.html`, `${page} by ${name}`)
    write(`${name}/dist/_astro/${page}.webp`, page)
    list.addRendered(`${page}/index.html`, { pictures: [`_astro/${page}.webp`], unscaled: [] })
    list.addPicture(`_astro/${page}.webp`, { original: `_astro/${page}.jpg`, source: `/news/${page}.jpg` })
  }
  write(`${name}/dist/index.html`, 'front')
  write(`${name}/fonts/${name}.woff2`, 'cached')
  write(`${name}/data-store.json`, `known to ${name}`)
  workspace.seal()
  workspace.strip()
}

const open = (name: string, ...parts: string[]) =>
  openWorkspace(at(name), { fingerprint: 'me', parts: parts.map((part) => at(part)) })
const pagesIn = (name: string) =>
  filesIn(at(name, 'dist'))
    .flatMap((file) => /(.*)\/index\.html$/.exec(file)?.[1] ?? [])
    .sort()
const textOf = (path: string) => readFileSync(at(path), 'utf8')

describe('a build that is given parts finds', () => {
  beforeEach(async () => {
    await build('one', { pages: ['a', 'b'] })
    await build('two', { pages: ['c'] })
  })

  test('the pages and pictures of all', async () => {
    const { pages: list } = await open('site', 'one', 'two')
    expect(pagesIn('site')).toEqual(['a', 'b', 'c'])
    expect(filesIn(at('site/dist/_astro')).sort()).toEqual(['a.webp', 'b.webp', 'c.webp'])
    expect(['a', 'b', 'c'].map((page) => list.keepFresh(`${page}/index.html`, page))).toEqual([
      true,
      true,
      true,
    ])
    expect(list.keepFresh('a/index.html', 'changed since')).toBe(false)
  })

  test('what Astro knows of articles', async () => {
    await open('site', 'one', 'two')
    expect(textOf('site/data-store.json')).toBe('known to one')
  })

  test('nothing of its own pages, but its own caches', async () => {
    await build('site', { pages: ['a', 'old'] })
    await open('site', 'one', 'two')
    expect(pagesIn('site')).toEqual(['a', 'b', 'c'])
    expect(filesIn(at('site/dist/_astro'))).not.toContain('old.webp')
    expect(textOf('site/dist/a/index.html')).toBe('a by one')
    expect(filesIn(at('site/fonts'))).toEqual(['site.woff2'])
    expect(textOf('site/data-store.json')).toBe('known to site')
  })

  test('the same in the build after it, with no parts', async () => {
    await open('site', 'one', 'two')
    await open('site')
    expect(pagesIn('site')).toEqual(['a', 'b', 'c'])
    expect(Object.keys(readManifest(at('site')).pictures)).toHaveLength(3)
  })

  test('parts that it leaves as they are', async () => {
    await open('site', 'one', 'two')
    write('site/dist/a/index.html', 'made anew')
    utimesSync(at('site/dist/b/index.html'), 1, 1)
    await open('site', 'one', 'two')
    expect(textOf('site/dist/a/index.html')).toBe('a by one')
  })
})

test('a shard leaves its pages and their pictures, and nothing else of a site', async () => {
  await build('one', { pages: ['a'] })
  expect(filesIn(at('one/dist')).sort()).toEqual(['_astro/a.webp', 'a/index.html'])
})

describe('is refused, a part', () => {
  beforeEach(async () => {
    await build('one', { pages: ['a'] })
    await build('two', { pages: ['b'] })
  })

  test.each<[string, () => unknown, string]>([
    ['of another program', () => build('two', { pages: ['b'], fingerprint: 'another' }), 'another version'],
    ['with other scripts', () => build('two', { pages: ['b'], assets: ['b.js'] }), 'another version'],
    ['that is none', () => rmSync(at('two/manifest')), 'no part of a site'],
    ['that was cut off', () => write('two/under-way', ''), 'no part of a site'],
    ['without one of its pages', () => rmSync(at('two/dist/b/index.html')), 'not as its shard left it'],
    [
      'with a picture of which a bit is another',
      () => write('two/dist/_astro/b.webp', 'c'),
      'not as its shard left it',
    ],
  ])('%s', async (_, happen, message) => {
    await build('site', { pages: ['a'] })
    cpSync(at('site'), at('before'), { recursive: true })
    await happen()
    await expect(open('site', 'one', 'two')).rejects.toThrow(message)
    expect(filesIn(at('site'))).toEqual(filesIn(at('before')))
  })
})
