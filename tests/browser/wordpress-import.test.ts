import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { isError } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { parseSite } from '#domain/site.ts'
import { build, type BuildResult } from '../support/build.ts'
import { wordPressItems, type WordPressItem } from '../support/old-texts.ts'
import { open } from '../support/pages.ts'
import { preview } from '../support/preview.ts'
import { filesOf } from '../support/sites.ts'
import { MOST_MISSING, WordCount } from '../support/words.ts'

const REAL = 'tests/fixtures/wordpress/theme-preview.xml'
const ODD = 'tests/fixtures/wordpress/odd.xml'
const OTHERS = ['builders', 'guid-bidi', 'faults'].map((name) => `tests/fixtures/wordpress/${name}.xml`)
const NEWSROOM = '.cache/test/wordpress-newsroom'
const MEDIA = '.cache/test/wordpress-media'
const OUT = '.cache/test/wordpress'
const CONFIG = { name: 'New', tagline: 'News', url: 'https://kabar.example/', timeZone: 'Asia/Jakarta' }

let first: string
const rest: string[] = []
let written: string[]
let built: BuildResult

beforeAll(async () => {
  await Promise.all([NEWSROOM, MEDIA, OUT].map((folder) => rm(folder, { recursive: true, force: true })))
  await mkdir(join(NEWSROOM, 'src'), { recursive: true })
  await writeFile(join(NEWSROOM, 'src/site.config.ts'), `export default ${JSON.stringify(CONFIG)}`)
  await writeMedia()
  await news('import', 'wordpress', REAL, '--no-check')
  for (const file of OTHERS) rest.push(await news('import', 'wordpress', file, '--no-check'))
  first = await news('import', 'wordpress', ODD, '--media', MEDIA)
  written = await newsroomFiles()
  built = await build({ newsroom: NEWSROOM, outDir: OUT, env: { SOURCE_DATE_EPOCH: '1751295600' } })
}, 240_000)

/** All but what the desk keeps of pictures that it has looked at. */
async function newsroomFiles(): Promise<string[]> {
  return (await filesOf(NEWSROOM)).filter((file) => !file.startsWith('.cache/'))
}

test('the desk finds no error in what was written, and it builds', async () => {
  expect(first.trimEnd().split('\n').at(-1)).toBe('A build would go through.')
  const files = await readNewsroom(newsroomFolder(NEWSROOM))
  expect((await checkNewsroom(files, parseSite(CONFIG))).filter(isError)).toEqual([])
  expect(built.output).toContain('Complete!')
  expect(built.exitCode).toBe(0)
})

test.each([
  [REAL, 7],
  [ODD, 20],
])('every public permalink of %s leads to a page', async (file, count) => {
  const links = await permalinksOf(file)
  expect(links).toHaveLength(count)
  for (const link of links) expect(await titleAt(link), link).toMatch(/\S/)
})

test('every word of a public text is on its page', async () => {
  const count = new WordCount()
  for (const file of [REAL, ODD, ...OTHERS]) {
    for (const { id, link, html } of await publicItems(file)) {
      // One has an address that cannot be kept, and is found by its number.
      const found = link.includes('%0A') ? `${CONFIG.url}?p=${id}` : link
      count.compare(link, html, await pageAt(found))
    }
  }
  expect(count.all).toBeGreaterThan(500)
  expect(count.share, count.missing.join('\n')).toBeLessThanOrEqual(MOST_MISSING)
})

test('months, years and feeds of the old site lead on', async () => {
  for (const [old, to] of [
    ['2019/03', '/archive/2019/03/'],
    ['2019', '/archive/2019/'],
    ['feed', '/rss.xml'],
    ['comments/feed', '/rss.xml'],
  ])
    expect(await readFile(join(OUT, `${old}/index.html`), 'utf8'), old).toContain(`content="0; url=${to}"`)
  expect(await readFile(join(OUT, 'archive/2019/index.html'), 'utf8')).toContain('href="/archive/2019/03/"')
})

test('an old permalink leads to the very article', async () => {
  expect(await titleAt('https://wp-themes.com/?p=36')).toContain('Elements')
  expect(await titleAt('https://old.example/blog/2019/03/04/quay-closed/')).toContain('The quay is closed')
  expect(await titleAt('https://old.example/blog/2019/03/04/quay-closed/quay/')).toContain(
    'The quay is closed',
  )
  expect(await titleAt('https://old.example/blog/about/staff/')).toContain('Staff')
  expect(await titleAt('https://old.example/blog/category/city/harbour/')).toContain('Harbour')
  expect(await titleAt('https://old.example/blog/author/admin/')).toContain('Chief')
})

test('a small site imports, and would build', async () => {
  const newsroom = '.cache/test/wordpress-small'
  await rm(newsroom, { recursive: true, force: true })
  await mkdir(join(newsroom, 'src'), { recursive: true })
  const config = { ...CONFIG, url: 'https://kabar.test/' }
  await writeFile(join(newsroom, 'src/site.config.ts'), `export default ${JSON.stringify(config)}`)
  const said = await news(
    { NEWSROOM: newsroom },
    'import',
    'wordpress',
    'tests/fixtures/wordpress/tags-and-paths.xml',
  )
  expect(said).toContain('Nothing to mend.\nA build would go through.')
  expect(await readFile(join(newsroom, 'src/content/pages/redaksi.md'), 'utf8')).toContain(
    '  - /tentang/redaksi/',
  )
})

test('a second import writes nothing and says so', async () => {
  for (const args of [[REAL], [ODD, '--media', MEDIA]]) {
    const said = await news('import', 'wordpress', ...args)
    expect(said).toContain('Imported: nothing')
    expect(said).toContain('Nothing was written: all of it is here.')
  }
  expect(await newsroomFiles()).toEqual(written)
})

test('what authors change after an import stays theirs, wherever they put it', async () => {
  const file = join(NEWSROOM, 'articles/2019/03/twin.md')
  const text = await readFile(file, 'utf8')
  await rm(file)
  await writeFile(join(NEWSROOM, 'articles/renamed.md'), text.replace('title: Twins', 'title: Another title'))
  expect(await news('import', 'wordpress', ODD, '--media', MEDIA)).toContain('Imported: nothing')
  await rm(join(NEWSROOM, 'articles/renamed.md'))
  await writeFile(file, text)
})

test('a dry run tells the same and writes nothing', async () => {
  const empty = '.cache/test/wordpress-dry'
  await rm(empty, { recursive: true, force: true })
  await mkdir(join(empty, 'src'), { recursive: true })
  await writeFile(join(empty, 'src/site.config.ts'), `export default ${JSON.stringify(CONFIG)}`)
  const said = await news({ NEWSROOM: empty }, 'import', 'wordpress', ODD, '--media', MEDIA, '--dry-run')
  expect(await filesOf(empty)).toEqual(['src/site.config.ts'])
  expect(articlesIn(said)).toEqual(articlesIn(first))
})

test('what readers could not see is not published', async () => {
  for (const file of await filesOf(OUT)) {
    expect((await readFile(join(OUT, file), 'latin1')).toLowerCase().includes('zorblax'), file).toBe(false)
  }
  expect(await readFile(join(NEWSROOM, 'articles/2019/03/locked.md'), 'utf8')).toContain('draft: true')
  expect(await readFile(join(NEWSROOM, 'src/content/pages/half.md'), 'utf8')).toContain('draft: true')
})

test('no e-mail and no address of a reader or an author comes along', async () => {
  for (const file of written) {
    expect(await readFile(join(NEWSROOM, file), 'latin1'), file).not.toMatch(/@mail\.example|203\.0\.113/)
  }
})

test('an article keeps its picture, place, date and discussion', async () => {
  const page = await readFile(join(OUT, 'harbour/quay-closed/index.html'), 'utf8')
  const words = [
    'The quay, from above',
    'image-gallery',
    'class="pull-quote"',
    'data-frame="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    'Write to the harbour master.',
    'An answer',
    'datetime="2019-03-04T01:15:00.000Z"',
    'href="/city/classic/#why"',
    'href="/wp-content/uploads/2019/03/plan.pdf"',
  ]
  expect(words.filter((part) => !page.includes(part))).toEqual([])
  expect(page.includes('Spammer')).toBe(false)
  expect(await stat(join(OUT, 'wp-content/uploads/2019/03/plan.pdf'))).toMatchObject({ size: 5 })
})

test('feed readers know an article as they did at the old site', async () => {
  const { items } = JSON.parse(await readFile(join(OUT, 'harbour/feed.json'), 'utf8')) as {
    items: { id: string; url: string }[]
  }
  const item = items.find(({ url }) => url.endsWith('/harbour/quay-closed/'))
  const [guid] = /https:\/\/old\.example\/blog\/\?p=\d+/.exec(await recordOf('quay-closed')) ?? []
  expect(item?.id).toBe(guid)
})

/** The export's record of a post, by its name there. */
async function recordOf(name: string): Promise<string> {
  const records = (await readFile(ODD, 'utf8')).split('<item>')
  return records.find((record) => record.includes(`/${name}/</link>`)) ?? ''
}

test('pictures are the originals, and nothing outside of the folder of uploads', async () => {
  const articles = written.filter((file) => file.startsWith('articles/'))
  expect(articles.filter((file) => /\.(jpg|webp)$/.test(file))).toEqual([
    'articles/2019/03/classic/big.jpg',
    'articles/2019/03/classic/quay.jpg',
    'articles/2019/03/quay-closed/moving.webp',
    'articles/2019/03/quay-closed/quay.jpg',
  ])
  const copy = await readFile(join(NEWSROOM, 'articles/2019/03/classic/big.jpg'))
  expect(copy.equals(await readFile(join(MEDIA, '2019/03/big.jpg')))).toBe(true)
  expect(written.join('\n')).not.toMatch(/passwd|\.\./)
})

test('the report tells of each item, and why it was not imported or not whole', () => {
  for (const words of [
    'imported     articles/2019/03/etc-x.md, article 1022 "Climber"',
    'skipped      film 1026 "A film": of the type "film"',
    'skipped      post 1027 "Thrown away": in the bin',
    'it was private: a draft now',
    'protected by a password',
    'it had no title',
    'it had no date of publication',
    'the title was cut at 200 characters',
    'control characters taken out: 2',
    'shortcodes kept as text: [weather]',
    'the picture 2019/03/broken.jpg cannot be read',
    'Settled, each told above:',
    '  2 × pictures that are missing, their words kept',
    '  1 × pictures of other sites, each a link now',
    'skipped      upload 1103 "gone.jpg": not in the folder of uploads',
    '1 comment left out: not approved',
  ])
    expect(first, words).toContain(words)
})

test('what the old site had wrong is settled and told, not written', () => {
  const said = rest.join('')
  for (const words of [
    'links that lead nowhere, their words kept: https://kabar.example/tidak-ada/',
    'links to files that are missing, their words kept: https://kabar.example/wp-content/uploads/2024/01/hilang.pdf',
    'mistyped addresses, their words kept: ttps://salah.example/',
    'pictures that are missing, their words kept: https://kabar.example/wp-content/uploads/2024/01/tanpa-alt.jpg',
    'ids for feed readers, cleaned or left out',
    'links that lead nowhere, their words kept: ..., www.other.example/x, /2020/01/never-there/, https://faults.example/never-there/',
    'mistyped addresses, their words kept: http://…, “https://other.example/”, ttps://video.example/1',
    'lead pictures that are missing: number 999',
    'old addresses that cannot be kept: /a%0Ab/c%5Cd/ cannot stand among the aliases',
  ])
    expect(said, words).toContain(words)
})

test('the last line and the exit code tell when a build would not go through', async () => {
  const file = join(NEWSROOM, 'articles/wrong.md')
  await writeFile(file, '---\ntitle: X\n---\n\nX')
  const failed = await news('import', 'wordpress', REAL).catch((error) => error)
  await rm(file)
  expect(failed).toMatchObject({ code: 1 })
  expect(failed.stdout).toContain('articles/wrong.md:')
  expect(failed.stdout.trimEnd().split('\n').at(-1)).toMatch(/^A build would not go through: /)
})

test('a reader who comes by a number arrives at the article, by script', async () => {
  const site = await preview(OUT)
  try {
    const page = await open(`${site.url}?page_id=36`)
    await page.waitForURL('**/uncategorized/elements/')
    await page.goto(`${site.url}?p=999999`)
    expect(await page.locator('h1').textContent()).toBe('New')
  } finally {
    await site.close()
  }
})

test('every alias is a rule for the server', async () => {
  const said = await news('redirects', '--format', 'nginx')
  expect(said).toContain('"/ 36" "/uncategorized/elements/";')
  expect(said).toContain('"/blog/2019/03/04/quay-closed" "/harbour/quay-closed/";')
  expect(said).not.toContain('locked')
})

function articlesIn(report: string): string[] {
  return report.split('\n').filter((line) => line.startsWith('imported     articles/'))
}

async function writeMedia() {
  const folder = join(MEDIA, '2019/03')
  await mkdir(folder, { recursive: true })
  const picture = (background: string) =>
    sharp({ create: { width: 640, height: 480, channels: 3, background } })
  for (const name of ['quay', 'quay-300x200', 'big', 'big-scaled'])
    await picture(name.includes('-') ? '#531' : '#135')
      .jpeg()
      .toFile(join(folder, `${name}.jpg`))
  await picture('#351').gif().toFile(join(folder, 'moving.gif'))
  await writeFile(join(folder, 'broken.jpg'), 'no picture')
  await writeFile(join(folder, 'plan.pdf'), '%PDF-')
}

async function news(...args: (string | Record<string, string>)[]): Promise<string> {
  const words = args.filter((arg) => typeof arg === 'string')
  const env = { PATH: process.env.PATH, NEWSROOM, SOURCE_DATE_EPOCH: '1751295600' }
  const more = args.find((arg) => typeof arg === 'object')
  const { stdout } = await promisify(execFile)('node', ['src/cli/news.ts', ...words], {
    env: { ...env, ...more },
  })
  return stdout
}

/** The `<link>` of each post and page that readers could see. */
async function permalinksOf(file: string): Promise<string[]> {
  return (await publicItems(file)).map(({ link }) => link)
}

async function publicItems(file: string): Promise<WordPressItem[]> {
  return wordPressItems(await readFile(file, 'utf8'))
}

/** The title of the page at which a reader of an old link arrives. */
async function titleAt(link: string): Promise<string> {
  return /<title>([^<]*)/.exec(await pageAt(link))?.[1] ?? ''
}

/** The page at which a reader of an old link arrives. */
async function pageAt(link: string): Promise<string> {
  const url = new URL(link)
  const number = url.searchParams.get('p')
  const path = number === null ? url.pathname : await pathOfNumber(Number(number))
  const html = await readFile(join(OUT, fileAt(decodeURI(path))), 'utf8')
  const onward = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1]
  return onward === undefined ? html : pageAt(new URL(onward, CONFIG.url).href)
}

/** A page's file in the output. */
function fileAt(path: string): string {
  return /\.html?$/.test(path) ? path : path.replace(/\/?$/, '/index.html')
}

async function pathOfNumber(number: number): Promise<string> {
  const paths = JSON.parse(
    await readFile(join(OUT, `fragments/old/${Math.floor(number / 1000)}.json`), 'utf8'),
  )
  return paths[number]
}
