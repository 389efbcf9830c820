import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Analyser } from '#build/analyse/analyser.ts'
import { searchedIn } from './page-facts.ts'
import { SiteSearch, summaryOf } from './site-search.ts'

const temporary = () => mkdtemp(join(tmpdir(), 'warta-search-'))

/** A copy for each test of what a first build has left, and what that said. */
let root = ''
let first: { root: string; said: string }
beforeAll(async () => {
  root = await temporary()
  await put()
  first = { root, said: await index() }
})
afterAll(() => rm(first.root, { recursive: true }))
beforeEach(async () => {
  root = await temporary()
  await cp(first.root, root, { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

const ARTICLES: Record<string, [published: string, text: string, language?: string]> = {
  'world/harbour': ['2025-07-04', 'The harbour opens'],
  'world/crane': ['2025-06-04', 'A crane is lifted'],
  'world/quay': ['2024-02-01', 'The quay is paved'],
  'world/pasar': ['2024-03-01', 'Pasar dibuka', 'id'],
}

async function put(articles = ARTICLES) {
  for (const [path, [published, text, language = 'en']] of Object.entries(articles)) {
    const file = join(root, 'dist', path, 'index.html')
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(
      file,
      `<html lang="id"><body><nav>Menu</nav><article data-pagefind-body data-search-lang="${language}" data-published="${published}T05:00:00.000Z"><h1>${text}</h1><p>${text}</p></article></body></html>`,
    )
  }
}

/** Makes the indexes of what lies in the output folder; returns what a build says of them. */
async function index(articlesAtFirst = 2): Promise<string> {
  const outDir = join(root, 'dist')
  const options = {
    articlesPerIndex: 1,
    articlesAtFirst,
    pagesPerFragment: 1,
    outDir,
    caches: join(root, 'cache'),
  }
  const analyser = new Analyser({ folder: outDir, site: 'https://warta.example/' }, options.caches)
  const files = (await readdir(join(outDir, 'world'))).map((slug) => ({ file: `world/${slug}/index.html` }))
  const analysed = await analyser.analyse([...files, { file: 'gone/index.html' }, { file: 'index.html' }])
  return summaryOf(await new SiteSearch(options).finish(searchedIn(analysed, analyser.texts)))
}

const list = async () => JSON.parse(await readFile(join(root, 'dist/pagefind/indexes.json'), 'utf8'))
const changedAt = async (path: string) => (await stat(join(root, 'dist/pagefind', path))).mtimeMs
const ENTRY = 'pagefind-entry.json'

test('each month and language has an index; the newest of a language has the programs', async () => {
  expect(first.said).toBe('4 articles can be searched, in en, id: 4 of 4 indexes made anew')
  expect(await list()).toEqual({
    en: [
      expect.objectContaining({ name: '2025-q3', articles: 1, since: '2025-07', atFirst: true }),
      expect.objectContaining({ name: '2025-q2', articles: 1, since: '2025-06', atFirst: true }),
      expect.objectContaining({ name: '2024', articles: 1, since: '2024-02', atFirst: false }),
    ],
    // The newest of its language is opened always.
    id: [expect.objectContaining({ name: 'all', articles: 1, since: '2024-03', atFirst: true })],
  })
  const programs = ['pagefind-worker.js', 'pagefind.js', 'wasm.en.pagefind', 'wasm.unknown.pagefind']
  const names = (index: string) => readdir(join(root, 'dist/pagefind/en', index))
  expect(await names('2025-q3')).toEqual(expect.arrayContaining([ENTRY, ...programs]))
  expect((await names('2024')).filter((name) => programs.includes(name))).toEqual([])
})

test('where nothing has changed no index is made; where an article has, that of its month', async () => {
  const before = await changedAt(`en/2024/${ENTRY}`)
  expect(await index()).toContain('0 of 4 indexes made anew')
  await put({ 'world/crane': ['2025-06-04', 'A crane is lowered'] })
  expect(await index()).toContain('1 of 4 indexes made anew')
  expect(await changedAt(`en/2024/${ENTRY}`)).toBe(before)
})

test('an article that goes takes its index along, and the next oldest gets the programs', async () => {
  await rm(join(root, 'dist/world/harbour'), { recursive: true })
  expect(await index()).toContain('1 of 3 indexes made anew')
  expect((await list()).en.map(({ name }: { name: string }) => name)).toEqual(['2025', '2024'])
  expect(await readdir(join(root, 'dist/pagefind/en'))).toEqual(['2024', '2025'])
  expect(await readdir(join(root, 'dist/pagefind/en/2025'))).toContain('pagefind.js')
})

test('indexes of a build that was cut off are not trusted', async () => {
  await rm(join(root, 'dist/pagefind/indexes.json'))
  expect(await index()).toContain('4 of 4 indexes made anew')
  await writeFile(join(root, 'dist/pagefind/indexes.json'), '{"en": [')
  expect(await index()).toContain('4 of 4 indexes made anew')
})

test('nor is one of which a file is empty, as a power cut leaves it', async () => {
  await writeFile(join(root, 'dist/pagefind/en/2024', ENTRY), '')
  expect(await index()).toContain('1 of 4 indexes made anew')
})

test('packed copies that a server wants beside the files go with them', async () => {
  const folder = join(root, 'dist/pagefind')
  for (const file of ['indexes.json.br', 'en/2025-q3/pagefind.js.br']) await writeFile(join(folder, file), '')
  await put({ 'world/later': ['2025-08-04', 'Later', 'en'], 'world/last': ['2025-10-01', 'Last', 'en'] })
  await index()
  expect(await readdir(folder)).toEqual(['en', 'id', 'indexes.json'])
  const files = await readdir(folder, { recursive: true })
  expect(files.filter((file) => file.endsWith('.br'))).toEqual([])
})

test('the same pages make the same bytes', async () => {
  const bytes = async () => {
    const files = await readdir(join(root, 'dist/pagefind'), { recursive: true, withFileTypes: true })
    const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name))
    return Promise.all(paths.sort().map(async (path) => [path, (await readFile(path)).toString('base64')]))
  }
  const once = await bytes()
  await rm(join(root, 'dist/pagefind'), { recursive: true })
  await index()
  expect(await bytes()).toEqual(once)
})
