import { hash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { precompress, removeCompressed } from './precompressed.ts'

test('texts have compressed copies beside them, and none once they are taken away', async () => {
  const root = mkdtempSync(join(tmpdir(), 'warta-compressed-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const site = join(root, 'site')
  mkdirSync(join(site, 'en'), { recursive: true })
  writeFileSync(join(site, 'en/pagefind.js'), 'a b c '.repeat(1000))
  writeFileSync(join(site, 'en/short.js'), 'a')
  writeFileSync(join(site, 'en/gone.html.br'), 'of a page that is gone')
  writeFileSync(join(site, 'en/short.js.gz'), 'of a text that was longer')
  mkdirSync(join(root, 'public/en'), { recursive: true })
  for (const folder of ['site', 'public'])
    writeFileSync(join(root, folder, 'en/data.csv.gz'), 'an author’s own')
  expect(await precompress(site, join(root, 'caches'), join(root, 'public'), [])).toBeGreaterThan(0)
  rmSync(join(site, 'en/data.csv.gz'))
  expect(readdirSync(join(site, 'en')).sort()).toEqual([
    ...['pagefind.js', 'pagefind.js.br', 'pagefind.js.gz', 'short.js'],
  ])
  removeCompressed(site)
  expect(readdirSync(join(site, 'en')).sort()).toEqual(['pagefind.js', 'short.js'])
})

describe("articles' pages", () => {
  const page = (at: string, text: string) =>
    `<html><head><title>${text}</title></head><body><header>${'<a href="/">Warta</a>'.repeat(80)}</header><article data-pagefind-body data-search-lang="id" data-published="${at}"><p>${text}</p></article></body></html>`
  const article = (slug: string, published: string) => ({ path: `politics/${slug}/`, published })
  const folder = () => {
    const root = mkdtempSync(join(tmpdir(), 'warta-dictionary-'))
    onTestFinished(() => rmSync(root, { recursive: true }))
    const write = (path: string, text: string) => {
      mkdirSync(join(root, 'site', dirname(path)), { recursive: true })
      writeFileSync(join(root, 'site', path), text)
    }
    return { root, site: join(root, 'site'), caches: join(root, 'caches'), write }
  }

  test('are compressed with what they have in common, and no other page is', async () => {
    const { site, caches, write } = folder()
    write('politics/a/index.html', page('2025-01-01T00:00:00.000Z', 'Hujan di Bogor'))
    write('politics/b/index.html', page('2025-01-02T00:00:00.000Z', 'Banjir di Demak'))
    write('politics/index.html', page('', 'Politik').replace('data-pagefind-body', ''))
    const articles = ['a', 'b'].map((slug, i) => article(slug, `2025-01-0${i + 1}T00:00:00.000Z`))
    await precompress(site, caches, join(site, '../public'), articles)
    const dictionary = readFileSync(join(site, 'pages.dict'))
    expect(dictionary.toString()).not.toMatch(/Bogor|Demak|2025/)
    const packed = (readdirSync(site, { recursive: true }) as string[])
      .filter((file) => file.endsWith('.dcz'))
      .sort()
    const id = hash('sha256', dictionary, 'base64').replace('=', '')
    expect(packed).toEqual(['a', 'b'].map((slug) => `politics/${slug}/index.html.${id}.dcz`))
    for (const file of packed) {
      const bytes = readFileSync(join(site, file))
      expect(bytes.toString('hex', 0, 40)).toBe(`5e2a4d1820000000${hash('sha256', dictionary)}`)
      expect(zstdDecompressSync(bytes.subarray(40), { dictionary })).toEqual(
        readFileSync(join(site, file.replace(/index\.html.*/, 'index.html'))),
      )
    }
  })

  test('that are articles no more, as one that was withdrawn, keep nothing of what they were', async () => {
    const { site, caches, write } = folder()
    const articles = ['a', 'b', 'c'].map((slug, i) => article(slug, `2025-01-0${i + 1}T00:00:00.000Z`))
    for (const { path, published } of articles) write(`${path}index.html`, page(published, `Isi ${path}`))
    await precompress(site, caches, join(site, '../public'), articles)
    const endings = () => readdirSync(join(site, 'politics/c')).map((file) => file.split('.').at(-1))
    expect(endings().sort()).toEqual(['br', 'dcz', 'gz', 'html'])
    const dictionary = readFileSync(join(site, 'pages.dict'))
    write('politics/c/index.html', page('', 'Ditarik').replace('data-pagefind-body', ''))
    await precompress(site, caches, join(site, '../public'), articles.slice(0, 2))
    // By the same dictionary a browser would still be given the article.
    expect(readFileSync(join(site, 'pages.dict')).equals(dictionary)).toBe(true)
    expect(endings().sort()).toEqual(['br', 'gz', 'html'])
  })

  test('that are new change nothing in it', async () => {
    const { site, caches, write } = folder()
    const articles = []
    for (let day = 10; day < 40; day++) {
      write(`politics/a${day}/index.html`, page(`2025-01-${day}`, `Kabar ${day}`))
      articles.push(article(`a${day}`, `2025-01-${day}`))
    }
    await precompress(site, caches, join(site, '../public'), articles)
    const before = readFileSync(join(site, 'pages.dict'))
    write(
      'politics/new/index.html',
      page('2025-02-01', 'Kabar baru').replace('<header>', '<header data-new>'),
    )
    articles.push(article('new', '2025-02-01'))
    await precompress(site, caches, join(site, '../public'), articles)
    expect(readFileSync(join(site, 'pages.dict')).equals(before)).toBe(true)
    const packed = () => readdirSync(join(site, 'politics/new')).sort()
    const files = packed()
    expect(files.map((file) => file.split('.').at(-1)).sort()).toEqual(['br', 'dcz', 'gz', 'html'])
    const dcz = files.find((file) => file.endsWith('.dcz')) ?? ''
    // That of a dictionary of an earlier build of the process.
    writeFileSync(join(site, 'politics/new', dcz.replace(/[A-Za-z0-9]{43}/, 'x'.repeat(43))), 'old')
    await precompress(site, caches, join(site, '../public'), articles)
    expect(packed()).toEqual(files)
  })
})
