import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { HookParameters } from 'astro'
import { expect, onTestFinished, test } from 'vitest'
import { schemaFaults } from '../../tests/support/xmllint.ts'
import type { SitemapEntries } from './bridge.ts'
import { checkSitemap } from './sitemap-check.ts'
import { Sitemap, type SitemapOptions } from './sitemap.ts'

const ORIGIN = 'https://warta.example'
const NEWS = `${ORIGIN}/news/news-sitemap.xml`
const EMPTY = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'
const PAGES = ['', 'a/', 'b/', 'c/', 'd/']

/** A folder of a built site, made by these files. */
async function built(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'warta-sitemap-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

function entriesOf(pages: readonly string[]): SitemapEntries {
  const entries = pages.map((page, i) => [
    `${ORIGIN}/news/${page}`,
    { lastmod: `2025-07-0${i + 1}T00:00:00.000Z`, images: page ? [`${ORIGIN}/news/${page}1.jpg`] : [] },
  ])
  return Object.fromEntries(entries)
}

/** The hooks that Astro would call, in its order, for a site of these pages; what was logged. */
async function run(
  options: SitemapOptions,
  folder: string,
  pages: readonly string[],
  { entries = entriesOf(PAGES), caches = `${folder}/cache` } = {},
): Promise<string[]> {
  const sitemap = new Sitemap(options)
  const logged: string[] = []
  const log = (text: string) => logged.push(text)
  const config = {
    ...{ root: pathToFileURL('./'), site: ORIGIN, base: '/news/', trailingSlash: 'always' },
    build: { format: 'directory' },
  }
  await sitemap.hooks['astro:config:done']?.({ config } as HookParameters<'astro:config:done'>)
  await sitemap.hooks['astro:routes:resolved']?.({
    routes: [] as HookParameters<'astro:routes:resolved'>['routes'],
  } as HookParameters<'astro:routes:resolved'>)
  const done = {
    ...{ dir: pathToFileURL(`${folder}/`), pages: [], logger: { info: log, warn: log, error: log } },
  } as unknown as HookParameters<'astro:build:done'>
  await sitemap.write(done, caches, { entries, pages: pages.map((page) => `${ORIGIN}/news/${page}`) })
  return logged
}

test('past the limit of a file there are more files, each in the index with its own newest change', async () => {
  const folder = await built({ 'news-sitemap.xml': EMPTY })
  await run({ others: [NEWS], entryLimit: 2 }, folder, [...PAGES, 'fragments/x/', 'hidden/'])
  const read = (name: string) => readFile(join(folder, name), 'utf8')
  const index = await read('sitemap-index.xml')
  expect(schemaFaults(index, 'siteindex.xsd')).toBe('')
  expect(
    [...index.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+))?/g)].map(([, ...found]) => found),
  ).toEqual([
    [NEWS, undefined],
    [`${ORIGIN}/news/sitemap-0.xml`, '2025-07-02T00:00:00.000Z'],
    [`${ORIGIN}/news/sitemap-1.xml`, '2025-07-04T00:00:00.000Z'],
    [`${ORIGIN}/news/sitemap-2.xml`, '2025-07-05T00:00:00.000Z'],
  ])
  const parts = await Promise.all([0, 1, 2].map((i) => read(`sitemap-${i}.xml`)))
  for (const part of parts) expect(schemaFaults(part, 'sitemaps.xsd')).toBe('')
  expect(parts.map((part) => part.match(/<url>/g)?.length)).toEqual([2, 2, 1])
  expect(parts[0]).toContain(`<image:loc>${ORIGIN}/news/a/1.jpg</image:loc>`)
  expect(parts.join('')).not.toMatch(/hidden|fragments/)
})

test('files are used again for the same pages, whatever else is there', async () => {
  const first = await built({ 'news-sitemap.xml': EMPTY })
  const caches = `${first}/cache`
  expect(await run({ others: [NEWS] }, first, PAGES)).toHaveLength(1)
  const again = async (pages: readonly string[], news = EMPTY) => {
    const folder = await built({ 'news-sitemap.xml': news })
    return {
      folder,
      logged: await run({ others: [NEWS] }, folder, [...pages, 'hidden/'], {
        entries: entriesOf(pages),
        caches,
      }),
    }
  }
  const { folder, logged } = await again(PAGES)
  expect(logged).toEqual([])
  for (const name of ['sitemap-index.xml', 'sitemap-0.xml']) {
    expect(await readFile(join(folder, name))).toEqual(await readFile(join(first, name)))
    expect((await stat(join(folder, name))).mtime).toEqual((await stat(join(first, name))).mtime)
  }
  await expect(again(PAGES, '<urlset>')).rejects.toThrow(/news-sitemap\.xml is no well-formed XML/)
  const fewer = await again(PAGES.slice(1))
  expect(fewer.logged).toHaveLength(1)
  expect(await readFile(join(fewer.folder, 'sitemap-0.xml'), 'utf8')).not.toContain(
    '<loc>https://warta.example/news/</loc>',
  )
})

test('a page that was to be there and was not built fails the build', async () => {
  const folder = await built({ 'news-sitemap.xml': EMPTY })
  await expect(run({ others: [NEWS] }, folder, PAGES.slice(1))).rejects.toThrow(
    'The sitemap lacks https://warta.example/news/.',
  )
})

test('so does a sitemap that the index names and nobody wrote', async () => {
  const folder = await built({})
  await expect(run({ others: [NEWS] }, folder, PAGES)).rejects.toThrow(/made no .*news-sitemap\.xml/)
})

const INDEX = `<sitemapindex><sitemap><loc>${ORIGIN}/sitemap-0.xml</loc></sitemap></sitemapindex>`

test.each([
  ['no index', {}, /made no .*sitemap-index\.xml/],
  ['an index cut off', { 'sitemap-index.xml': INDEX.slice(0, -3) }, /no well-formed XML/],
  [
    'a character that XML forbids',
    { 'sitemap-index.xml': INDEX, 'sitemap-0.xml': '<urlset>\b</urlset>' },
    /sitemap-0\.xml is no well-formed XML/,
  ],
  [
    'a page twice',
    { 'sitemap-index.xml': INDEX, 'sitemap-0.xml': '<urlset><loc>x</loc><loc>x</loc></urlset>' },
    /names 1 pages? twice/,
  ],
  [
    'too many pages',
    { 'sitemap-index.xml': INDEX, 'sitemap-0.xml': `<urlset>${'<loc>x</loc>'.repeat(50_001)}</urlset>` },
    /names 50001 pages/,
  ],
])('%s fails the build', async (_name, files, message) => {
  await expect(checkSitemap(await built(files), [])).rejects.toThrow(message)
})
