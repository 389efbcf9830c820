import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentDigest } from '#cache/content-digest.ts'
import { searchedPage } from '#build/analyse/searched-page.ts'
import { GrowingIndex } from './make-index.ts'
import type { PageFacts } from './page-facts.ts'
import { type ChangedArticle, SiteIndexes } from './site-indexes.ts'

/** By day of the month. */
const ARTICLES: Record<string, number> = { 'world/a': 1, 'world/b': 2, 'world/c': 3, 'world/d': 4 }
const PUBLISHED = (day: number) => `2025-07-0${day}T05:00:00.000Z`

const temporary = () => mkdtempSync(join(tmpdir(), 'warta-indexes-'))

/** A copy of the first build for each test. */
let root = ''
/** The pages of the last build. */
let known: PageFacts[] = []
let first: { root: string; known: PageFacts[] }
const opened = vi.spyOn(GrowingIndex, 'open')
beforeAll(async () => {
  root = temporary()
  known = []
  for (const path of Object.keys(ARTICLES)) put(path, 'first')
  put('world/old', 'first', '2024-01-01T05:00:00.000Z')
  await build()
  first = { root, known }
})
afterAll(() => rmSync(first.root, { recursive: true }))
beforeEach(() => {
  root = temporary()
  cpSync(first.root, root, { recursive: true })
  known = [...first.known]
  opened.mockClear()
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text: string, published = PUBLISHED(ARTICLES[path] ?? 5)): void {
  const file = join(root, 'dist', path, 'index.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(
    file,
    `<article data-pagefind-body data-search-lang="en" data-published="${published}"><h1>${path}</h1><p>${text}</p></article>`,
  )
}

const changed = (slug: string, day: number): ChangedArticle => ({
  slug,
  now: { path: `world/${slug}/`, language: 'en', published: new Date(PUBLISHED(day)) },
})

/** Makes the indexes of a build that changes pages; those that are told of ahead may be others. */
async function build(
  ahead: ChangedArticle[] = [],
  changes: Record<string, string> = {},
  { caches = 'caches', early = [] as string[], pagesPerFragment = 1 } = {},
) {
  const indexes = new SiteIndexes({
    ...{ articlesPerIndex: 4, articlesAtFirst: 10, pagesPerFragment },
    ...{ outDir: join(root, 'dist'), caches: join(root, caches) },
  })
  const before = caches === 'caches' ? known : []
  await indexes.prepare(ahead, before)
  indexes.take(early.map((file) => ({ path: pathOf(file), facts: factsIn(file) })))
  const openedAhead = opened.mock.calls.length
  for (const [path, text] of Object.entries(changes)) put(path, text)
  known = filesOf('dist/world').flatMap((file) => factsIn(`world/${file}`) ?? [])
  const { made } = await indexes.make(known)
  // The end, at which all is as it was.
  expect((await indexes.make([...known])).made).toBe(made)
  indexes.save()
  return { made, openedAhead, opened: opened.mock.calls.length }
}

const pathOf = (file: string) => file.slice(0, -'index.html'.length)

/** What a build reads of a page. */
function factsIn(file: string): PageFacts | undefined {
  const page = searchedPage(readFileSync(join(root, 'dist', file), 'utf8'))
  return (
    page && {
      path: pathOf(file),
      language: page.language,
      published: page.published,
      digest: contentDigest(page.html),
    }
  )
}

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, folder).length + 1))
    .sort()

/** The indexes as they are, and as they are made at once. */
async function bytes(pagesPerFragment = 1) {
  const now = () =>
    filesOf('dist/pagefind').map((file) => [file, readFileSync(join(root, 'dist/pagefind', file), 'base64')])
  const found = now()
  rmSync(join(root, 'dist/pagefind'), { recursive: true })
  await build([], {}, { caches: 'none', pagesPerFragment })
  return [found, now()]
}

test('an index in which an article will change is begun ahead, and is what it would be', async () => {
  expect(await build([changed('c', 3)], { 'world/c': 'second' })).toEqual({
    made: 1,
    openedAhead: 1,
    opened: 1,
  })
  const [found, anew] = await bytes()
  expect(found).toEqual(anew)
})

test('so is that of a new article, and that of one that is gone', async () => {
  const once = { made: 1, openedAhead: 1, opened: 1 }
  expect(await build([changed('bb', 5)], { 'world/bb': 'second' })).toEqual(once)
  opened.mockClear()
  rmSync(join(root, 'dist/world/bb'), { recursive: true })
  expect(await build([{ slug: 'bb', now: undefined }])).toEqual(once)
  const [found, anew] = await bytes()
  expect(found).toEqual(anew)
})

test('so is one that has an article with letters beyond ASCII in its address', async () => {
  await build([], { 'world/é': 'first' })
  opened.mockClear()
  expect(await build([changed('é', 5)], { 'world/é': 'second' })).toEqual({
    made: 1,
    openedAhead: 1,
    opened: 1,
  })
})

test('so is one in which another article changes than was told', async () => {
  const changes = { 'world/a': 'second', 'world/d': 'second' }
  expect(await build([changed('c', 3)], changes)).toEqual({ made: 1, openedAhead: 1, opened: 1 })
  const [found, anew] = await bytes()
  expect(found).toEqual(anew)
})

// A page that is rendered again as it was, while the index is begun, is empty or not there for a moment.
test('so is one of which a page could not be read when it was begun', async () => {
  rmSync(join(root, 'dist/world/b'), { recursive: true })
  const changes = { 'world/b': 'first', 'world/c': 'second' }
  expect(await build([changed('c', 3)], changes)).toEqual({ made: 1, openedAhead: 1, opened: 1 })
  const [found, anew] = await bytes()
  expect(found).toEqual(anew)
})

test.each<[string, Record<string, string>]>([
  ['an article comes between', { 'world/bb': 'second', 'world/c': 'second' }],
  ['another index is changed', { 'world/old': 'second' }],
  ['nothing is', {}],
])('what was begun is let go where %s', async (_, changes) => {
  const { openedAhead } = await build([changed('c', 3)], changes)
  expect(openedAhead).toBe(1)
  const [found, anew] = await bytes()
  expect(found).toEqual(anew)
})

test('nothing is begun where nothing changes, or in more than one index', async () => {
  expect(await build()).toEqual({ made: 0, openedAhead: 0, opened: 0 })
  const old = { path: 'world/old/', language: 'en', published: new Date('2024-01-01T05:00Z') }
  const changes = [changed('c', 3), { slug: 'old', now: old }]
  expect((await build(changes, { 'world/c': 'second' })).openedAhead).toBe(0)
})

describe('in a build from nothing', () => {
  beforeEach(() => {
    rmSync(join(root, 'caches'), { recursive: true })
    known = []
    rmSync(join(root, 'dist/pagefind'), { recursive: true })
  })
  const all = Object.entries(ARTICLES).map(([path, day]) => changed(path.slice('world/'.length), day))
  const files = Object.keys(ARTICLES).map((path) => `${path}/index.html`)
  const old = {
    ...changed('old', 1),
    now: { path: 'world/old/', language: 'en', published: new Date('2024-01-01T05:00Z') },
  }
  // One that readers are not shown, or that was taken back.
  const none = changed('none', 4)

  test('an index is made as soon as its pages are there', async () => {
    expect(await build([...all, old], {}, { early: files })).toEqual({ made: 2, openedAhead: 1, opened: 2 })
    const [found, anew] = await bytes()
    expect(found).toEqual(anew)
  })

  test.each<
    [string, ChangedArticle[], string[], Record<string, string>, openedAhead: number, opened: number]
  >([
    ['not before the last', [...all, old], files.slice(1), {}, 0, 2],
    ['once more where a page has changed since', [...all, old], files, { 'world/b': 'second' }, 1, 3],
    ['once more where another page has come', [...all, old], files, { 'world/e': 'first' }, 1, 3],
    ['in the end where one is not there', [...all, none, old], files, {}, 0, 2],
    ['in the end where nothing was told', [], files, {}, 0, 2],
  ])('%s', async (_, told, early, changes, openedAhead, opened) => {
    expect(await build(told, changes, { early })).toMatchObject({ openedAhead, opened })
    const [found, anew] = await bytes()
    expect(found).toEqual(anew)
  })
})

test('what is shown of articles lies in few files where that is asked for, however they were made', async () => {
  const fragments = () => filesOf('dist/pagefind').filter((file) => file.endsWith('.pf_fragment')).length
  expect(fragments()).toBe(5)
  const options = { pagesPerFragment: 3 }
  // Other files are another index.
  expect((await build([], {}, options)).made).toBe(2)
  // Of four articles two, and one of the older one.
  expect(fragments()).toBe(3)
  expect((await build([], {}, options)).made).toBe(0)
  expect((await build([changed('c', 3)], { 'world/c': 'second' }, options)).made).toBe(1)
  const [found, atOnce] = await bytes(3)
  expect(found).toEqual(atOnce)
})
