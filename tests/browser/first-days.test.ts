import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { parseOpml } from 'feedsmith'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleFile } from '../support/article-file.ts'
import { axe } from '../support/axe.ts'
import { build } from '../support/build.ts'
import { mustPassXmllint, readByFeedparser, readByFeedsmith } from '../support/feed-readers.ts'
import { elementsOf, textOf } from '../support/html.ts'
import { parseJsonFeed } from '../support/json-feed.ts'
import { middleOf, movingPicture } from '../support/moving-picture.ts'
import { open, PHONE } from '../support/pages.ts'
import { preview } from '../support/preview.ts'
import { filesOf } from '../support/sites.ts'
import { structuredDataFaults } from '../support/structured-data.ts'
import { htmlFaults } from '../support/valid-html.ts'
import { mustBeWellFormed } from '../support/xml.ts'
import { schemaFaults } from '../support/xmllint.ts'

// The first days of an outlet, built one after the other: nothing, nothing that readers may see, one article.
const NEWSROOM = '.cache/test/first-days'
const OUT = '.cache/test/first-days-site'
const SITE = 'https://kabar.test/'
const SOURCE_DATE_EPOCH = String(Date.UTC(2025, 6, 10) / 1000)

const CONFIG = `export default { name: 'Kabar', tagline: 'Baru', url: '${SITE}', timeZone: 'UTC' }`
const STAFF = {
  'src/content/authors/budi.yml': 'name: Budi',
  'src/content/categories/politics.yml': 'name: Politics',
}
const NOTHING_YET = 'Belum ada artikel di sini.'

const read = (file: string) => readFile(join(OUT, file), 'utf8')

/** Text of the main part of a page. */
async function mainOf(page: string): Promise<string> {
  const main = elementsOf(await read(page)).find(({ tagName }) => tagName === 'main')
  return textOf(main).replace(/\s+/g, ' ').trim()
}

/** Writes a newsroom of these files alone, which the desk must find sound, and builds it. */
async function publish(files: Record<string, string | Uint8Array>): Promise<void> {
  await rm(NEWSROOM, { recursive: true, force: true })
  for (const [path, content] of Object.entries({ 'src/site.config.ts': CONFIG, ...files })) {
    await mkdir(dirname(join(NEWSROOM, path)), { recursive: true })
    await writeFile(join(NEWSROOM, path), content)
  }
  const env = { PATH: process.env.PATH, NEWSROOM, SOURCE_DATE_EPOCH }
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/news.ts', 'check'], { env })
  expect(stdout).toBe('Nothing to mend.\n')
  // What an earlier run of these tests has published may go.
  const settings = { SOURCE_DATE_EPOCH, ACCEPT_LOSS: 'true' }
  const { exitCode, output } = await build({ newsroom: NEWSROOM, outDir: OUT, env: settings })
  expect(exitCode, output).toBe(0)
}

/** What is wrong with any file of the site, by validators that are not ours. */
async function faultsOf(): Promise<string[]> {
  const files = await filesOf(OUT)
  const faults: string[] = []
  for (const file of files.filter((name) => /\.(html|xml|opml|json|txt|md)$/.test(name))) {
    const text = await read(file)
    if (text.trim() === '') faults.push(`${file} is empty`)
    if (file.endsWith('.html') && !file.startsWith('fragments/')) {
      faults.push(...(await htmlFaults(file, text)))
      for (const fault of await structuredDataFaults(text)) faults.push(`${file}: ${fault}`)
    }
    if (/\.(xml|opml)$/.test(file)) mustBeWellFormed(text)
    // That of the news may be empty, though the schema of all others says no.
    if (/sitemap-\d/.test(file) || text.includes('<news:')) faults.push(schemaFaults(text, 'sitemaps.xsd'))
    if (file === 'sitemap-index.xml') faults.push(schemaFaults(text, 'siteindex.xsd'))
    if (file.endsWith('feed.json')) parseJsonFeed(text)
  }
  const feeds = files.filter((file) => /(rss|atom)\.xml$/.test(file)).map((file) => resolve(OUT, file))
  mustPassXmllint([...feeds, join(OUT, 'feeds.opml')])
  for (const [i, { fault }] of readByFeedparser(feeds).entries())
    if (fault) faults.push(`${feeds[i]}: ${fault}`)
  return faults.filter((fault) => fault !== '')
}

describe.each([
  ['with its settings alone', {}, []],
  [
    'whose articles are a draft, one for later, and one that was taken back',
    {
      ...STAFF,
      'articles/draft.md': articleFile({ title: 'Zorblax', draft: 'true' }),
      'articles/later.md': articleFile({ title: 'Quux', publishedAt: '2025-08-01' }),
      'articles/gone.md': articleFile({
        title: 'Gone',
        withdrawn: '{ at: 2025-07-05, reason: It was wrong. }',
      }),
    },
    ['politics/index.html'],
  ],
])('an outlet %s', (_case, files, sections) => {
  beforeAll(() => publish(files))

  test('is published, and every file of it is valid', async () => {
    expect(await faultsOf()).toEqual([])
    expect(parseOpml(await read('feeds.opml')).body?.outlines?.length).toBeGreaterThan(1)
  })

  test('says on each list that there is nothing yet', async () => {
    const lists = [
      'index.html',
      'archive/index.html',
      'trending/index.html',
      'search/index.html',
      ...sections,
    ]
    for (const page of lists) {
      expect(await mainOf(page), page).toContain(NOTHING_YET)
      // What scripts fill in bears a name for them.
      expect(await read(page), page).not.toMatch(/<([uo]l)(?![^>]* data-)[^>]*>\s*<\/\1>/)
    }
    expect(await mainOf('corrections/index.html')).toContain('Belum ada ralat.')
    for (const fragment of ['ticker', 'trending']) {
      expect(await read(`fragments/${fragment}/index.html`)).toContain(NOTHING_YET)
    }
    const all = await Promise.all((await filesOf(OUT)).map((file) => read(file)))
    expect(all.join('')).not.toMatch(/Zorblax|Quux/)
  })

  test('has feeds, sitemaps and an index without entries', async () => {
    for (const file of (await filesOf(OUT)).filter((name) => /(rss\.xml|atom\.xml|feed\.json)$/.test(name))) {
      expect(readByFeedsmith(await read(file)).items, file).toEqual([])
    }
    expect(await read('sitemap-0.xml')).toContain(`<loc>${SITE}</loc>`)
    expect(await read('sitemap-0.xml')).not.toContain('<lastmod>')
    expect(await read('news-sitemap.xml')).not.toContain('<url>')
    expect(await read('llms.txt')).toBe('# Kabar\n\n> Baru\n')
    expect(JSON.parse(await read('pagefind/indexes.json'))).toEqual({})
  })

  test('is a page that all can use, and its search finds nothing', async () => {
    const { url, close } = await preview(OUT)
    try {
      expect(await axe(await open(url, PHONE))).toEqual([])
      const page = await open(`${url}search/?q=banjir`)
      await expect.poll(() => page.locator('[data-status]').first().textContent()).toBe(NOTHING_YET)
      expect(await axe(page)).toEqual([])
    } finally {
      await close()
    }
  })
})

test('what was taken back is still told of at its address', async () => {
  expect(await mainOf('politics/gone/index.html')).toContain('It was wrong.')
})

describe('an outlet with one article, of 1945', () => {
  const PAGE = `${SITE}politics/proclamation/`
  const BODY = `
## The first part

A text with a note.[^1] See [what follows](#the-second-part).

![Three colours, one after the other](./colours.webp)

![Nothing at all](./clear.png)

## The second part

More of it.

[^1]: What the note says.
`
  const size = { width: 1200, height: 675 }

  beforeAll(async () => {
    await publish({
      ...STAFF,
      'articles/proclamation.md': articleFile(
        { title: 'Proclamation', publishedAt: '1945-08-17', image: '{ src: ./lead.gif, alt: A lead }' },
        BODY,
      ),
      'articles/lead.gif': await movingPicture('gif', { ...size, colours: ['#0000', '#f00', '#00f'] }),
      'articles/colours.webp': await movingPicture('webp', size),
      'articles/clear.png': await sharp({ create: { ...size, channels: 4, background: '#0000' } })
        .png()
        .toBuffer(),
    })
  })

  test('is published, and every file of it is valid', async () => {
    expect(await faultsOf()).toEqual([])
    for (const page of [
      'index.html',
      'archive/1945/08/index.html',
      'politics/index.html',
      'trending/index.html',
    ]) {
      expect(await mainOf(page), page).toContain('Proclamation')
      expect(await mainOf(page), page).not.toContain(NOTHING_YET)
    }
  })

  test('is of 1945 wherever a date stands', async () => {
    const dates: Record<string, [string, RegExp, number]> = {
      'the page’s head': ['politics/proclamation/index.html', /article:\w+_time" content="([^"]+)"/g, 2],
      'structured data': ['politics/proclamation/index.html', /"date\w+":"([^"]+)"/g, 2],
      'the page': ['politics/proclamation/index.html', /<time[^>]* datetime="([^"]+)"/g, 1],
      Markdown: ['politics/proclamation.md', /^(?:published|modified): (\S+)$/gm, 2],
      Atom: ['atom.xml', /<(?:published|updated)>([^<]+)</g, 3],
      RSS: ['rss.xml', /<(?:pubDate|lastBuildDate)>([^<]+)</g, 2],
      'JSON Feed': ['feed.json', /"date_\w+":"([^"]+)"/g, 2],
      'the sitemap': ['sitemap-0.xml', /<lastmod>([^<]+)</g, 6],
    }
    for (const [where, [file, pattern, least]] of Object.entries(dates)) {
      const found = [...(await read(file)).matchAll(pattern)].map(([, date = '']) => date)
      expect(found.length, where).toBeGreaterThanOrEqual(least)
      for (const date of found) expect(new Date(date), where).toEqual(new Date('1945-08-17T00:00Z'))
    }
  })

  test('leads from feeds to its notes and parts by whole addresses', async () => {
    for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
      const [item] = readByFeedsmith(await read(feed)).items
      const addresses = elementsOf(item?.html ?? '').flatMap(({ properties: { href, src } }) => [href, src])
      const written = addresses.filter((address) => address !== undefined && address !== null).map(String)
      expect(written, feed).toEqual(expect.arrayContaining([`${PAGE}#the-second-part`, `${PAGE}#note-fn-1`]))
      expect(written.filter((address) => !address.startsWith('https://'))).toEqual([])
    }
  })

  test('has pictures of the sizes that are declared, still in lists and elsewhere, moving in the article', async () => {
    const pages = (await filesOf(OUT)).filter((file) => file.endsWith('.html'))
    const htmls = await Promise.all(pages.map(read))
    const feeds = ['rss.xml', 'atom.xml'].map(
      async (feed) => readByFeedsmith(await read(feed)).items[0]?.html ?? '',
    )
    const moving = new Set<string>()
    for (const html of [...htmls, ...(await Promise.all(feeds))]) {
      for (const { tagName, properties } of elementsOf(html)) {
        const src = String(properties.src ?? '').replace(/^https:\/\/kabar\.test/, '')
        if (tagName !== 'img' || !src.startsWith('/_astro/')) continue
        const { width, height, pages: frames = 1 } = await sharp(join(OUT, src)).metadata()
        expect(width / height, src).toBeCloseTo(Number(properties.width) / Number(properties.height), 1)
        if (frames > 1) moving.add(src.replace(/^\/_astro\/(\w+).*$/, '$1'))
      }
    }
    expect(moving).toEqual(new Set(['lead', 'colours']))
    for (const page of ['index.html', 'politics/index.html', 'archive/1945/08/index.html']) {
      expect(await read(page)).not.toMatch(/_astro\/lead[^" ]+\.webp/)
    }
    expect(await read('politics/proclamation/index.html')).toMatch(/_astro\/lead[^" ]+\.webp/)
  })

  test('is shown by others as one picture on white', async () => {
    const jpegs = (await filesOf(OUT)).filter((file) => file.endsWith('.jpeg') || file.endsWith('.jpg'))
    // For other sites in three proportions, and for feeds.
    expect(jpegs.length).toBeGreaterThanOrEqual(4)
    for (const file of jpegs) {
      const picture = sharp(join(OUT, file))
      expect((await picture.metadata()).pages ?? 1).toBe(1)
      expect(await middleOf(picture), file).toEqual([255, 255, 255])
    }
    const html = await read('politics/proclamation/index.html')
    const meta = (name: string) => new RegExp(`property="${name}" content="([^"]+)"`).exec(html)?.[1]
    const { width, height } = await sharp(join(OUT, new URL(meta('og:image') ?? '').pathname)).metadata()
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual([String(width), String(height)])
    const [content] = [
      ...(/<media:content url="([^"]+)"[^>]* width="(\d+)" height="(\d+)"/.exec(await read('rss.xml')) ?? []),
    ].slice(1)
    expect(content).toMatch(/\.jpe?g$/)
  })
})
