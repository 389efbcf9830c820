import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { ask, type Deployed, deployNginx } from '../support/deployed.ts'
import { MovedNewsroom } from '../support/moving-in.ts'
import { OLD_TEXTS } from '../support/old-texts.ts'
import { MOST_MISSING, WordCount } from '../support/words.ts'

const ROOT = '.cache/test/moving-in'
const DIST = `${ROOT}/dist`

/**
 * Each old system's export, how many of its texts readers could see, and the addresses of those there, as its
 * documentation makes them; each with words of the text.
 */
const SYSTEMS: { import: string[]; texts: number; addresses: [address: string, words: string][] }[] = [
  {
    import: ['wordpress', 'tests/fixtures/wordpress/tags-and-paths.xml'],
    texts: 2,
    addresses: [
      ['/2024/01/harga-beras/', 'Harga beras naik'],
      ['/?p=11', 'Harga beras naik'],
      ['/tentang/redaksi/', 'Nama redaksi'],
      ['//tentang/redaksi/', 'Nama redaksi'],
      ['/tag/hargapangan/', 'Harga beras'],
      ['/tag/beras-2/', 'Harga beras'],
      ['/category/ekonomi/', 'Harga beras'],
    ],
  },
  {
    import: ['blogger', 'tests/fixtures/blogger/blog-2008.xml', '--media', 'MEDIA'],
    texts: 6,
    addresses: [
      ['/2012/02/dermaga-baru.html', 'ermaga'],
      ['/2012/02/dermaga-baru.html?m=1', 'ermaga'],
      ['/2012/02/dermaga.html', 'ermaga'],
      ['/2013/01/dermaga.html', 'ermaga'],
      ['/p/tentang-kami.html', 'entang'],
    ],
  },
  {
    import: ['blogger', 'tests/fixtures/blogger/feed.atom', '--site', 'https://kabar-bukit.blogspot.com'],
    texts: 3,
    addresses: [
      ['/2024/05/jalan-bukit-ditutup.html', 'Jalan dibuka lagi'],
      ['/2024/04/longsor.html', 'Tanah turun'],
      ['/p/alamat.html', 'kaki bukit'],
    ],
  },
  {
    import: ['blogger', 'tests/fixtures/blogger/takeout-small.atom'],
    texts: 1,
    addresses: [['/2024/05/pasar-pagi-dibuka.html', 'Pasar dibuka pukul']],
  },
  {
    import: ['ghost', 'tests/fixtures/ghost/kabar.ghost.json', '--media', 'MEDIA'],
    texts: 5,
    addresses: [
      ['/jembatan-retak/', 'embatan'],
      ['/harga-garam/', 'aram'],
      ['/ikan-pagi/', 'kan'],
      ['/tentang/', 'Kami menulis dari'],
    ],
  },
  {
    import: ['ghost', 'tests/fixtures/ghost/before-1.json'],
    texts: 2,
    addresses: [
      ['/selamat-datang/', 'Halo dari'],
      ['/kontak/', 'Kirim surat'],
    ],
  },
  {
    import: ['markdown', 'tests/fixtures/jekyll'],
    texts: 4,
    addresses: [
      ['/buletin/harbour/repairs/2019/03/04/quay-closed.html', 'The eastern quay is closed until May'],
      ['/buletin/old/quay/', 'The eastern quay is closed until May'],
      ['/buletin/harbour/2019/03/06/ferry-plan.html', 'The ferry leaves from the western quay'],
      ['/buletin/news/2020/01/02/market.html', 'The market opens at'],
      ['/buletin/about.html', 'We write about Muara'],
    ],
  },
  {
    import: ['markdown', 'tests/fixtures/hugo', '--from', 'hugo'],
    texts: 4,
    addresses: [
      ['/posts/bundle/', 'The river rose'],
      ['/old/river.html', 'The river rose'],
      ['/posts/rain/', 'Clouds'],
      ['/2021/07/bridge-open/', 'The bridge is open'],
      ['/kontak.html', 'Write to us'],
    ],
  },
  {
    import: ['markdown', 'tests/fixtures/eleventy'],
    texts: 3,
    addresses: [
      ['/posts/well/', 'Forty metres'],
      ['/air/pump.html', 'The pump is'],
    ],
  },
  {
    import: ['markdown', 'tests/fixtures/astro', '--map', 'topics=tags'],
    texts: 3,
    addresses: [
      ['/blog/first-rice/', 'The rice is in'],
      ['/blog/deep/mill/', 'mill'],
    ],
  },
  {
    import: ['folder', 'tests/fixtures/folder'],
    texts: 2,
    addresses: [
      ['/index.php?option=com_content&id=7', 'so does the'],
      ['/index.php?id=7&Itemid=3&option=com_content', 'so does the'],
      ['/news/7-dam.html', 'so does the'],
      ['/dam', 'so does the'],
      ['/about.html', 'We write of water'],
    ],
  },
]

let newsroom: MovedNewsroom
let nginx: Deployed
/** The pages of each export's public texts, by the ids of these. */
const pages: Map<string, string>[] = []
beforeAll(async () => {
  newsroom = await MovedNewsroom.start('moving-in', [
    ...['retak', 'satu', 'dua', 'jembatan'].map((name) => `images/2022/05/${name}.jpg`),
    'images/2022/06/garam.jpg',
    'images/2021/02/ikan.jpg',
  ])
  for (const { import: args } of SYSTEMS)
    pages.push(await importedPages(args.map((arg) => (arg === 'MEDIA' ? newsroom.media : arg))))
  const { exitCode, output } = await build({
    newsroom: newsroom.root,
    outDir: DIST,
    env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
  })
  expect(exitCode, output).toBe(0)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['src/cli/news.ts', 'redirects', '--format', 'nginx'],
    { env: { PATH: process.env.PATH, NEWSROOM: newsroom.root, SOURCE_DATE_EPOCH: FIXTURE_EPOCH } },
  )
  nginx = await deployNginx(DIST, { at: `${ROOT}/nginx`, redirects: stdout })
}, 600_000)
afterAll(() => nginx?.stop())

async function importedPages(args: readonly string[]): Promise<Map<string, string>> {
  const made = new Map<string, string>()
  for (const { kind, id, file, outcome } of await newsroom.importReported(...args, '--no-check')) {
    if (outcome !== 'imported' || !file || !['article', 'page'].includes(kind)) continue
    const path = await newsroom.pathOf(file)
    if (path !== undefined) made.set(id, path)
  }
  return made
}

test.each(SYSTEMS.map(({ import: [system = '', source = ''], texts }, i) => ({ system, source, texts, i })))(
  'every word of a public text of $source is on its page',
  async ({ system, source, texts, i }) => {
    const count = new WordCount()
    let found = 0
    for (const { id, html } of (await OLD_TEXTS[system]?.(source)) ?? []) {
      const path = pages[i]?.get(id)
      if (path === undefined) continue
      found += 1
      count.compare(id, html, await readFile(join(DIST, path, 'index.html'), 'utf8'))
    }
    expect([found, pages[i]?.size], [...(pages[i] ?? [])].join('\n')).toEqual([texts, texts])
    expect(count.all).toBeGreaterThan(0)
    expect(count.share, count.missing.join('\n')).toBeLessThanOrEqual(MOST_MISSING)
  },
)

test.each(
  SYSTEMS.map(({ import: [system = '', source = ''], addresses }) => [system, source, addresses] as const),
)(
  'every old address of %s, %s, answers with the text that stood there',
  async (_system, _source, addresses) => {
    for (const [address, words] of addresses) {
      const { status, headers } = await ask(nginx.origin, address)
      // A page of the same address as before needs no rule.
      const path = status === 301 ? new URL(headers.location ?? '', nginx.origin).pathname : address
      const page = await ask(nginx.origin, path)
      expect([address, page.status]).toEqual([address, 200])
      const html = page.body.toString()
      expect(html.includes('http-equiv="refresh"'), address).toBe(false)
      expect(html, address).toContain(words)
    }
  },
)

test('without rules the files alone lead on', async () => {
  for (const { addresses } of SYSTEMS) {
    for (const [address] of addresses.filter(([address]) => !address.includes('?'))) {
      const file = resolve(DIST, `.${address}`)
      const html = await readFile(/\.html$/.test(file) ? file : join(file, 'index.html'), 'utf8')
      expect(html, address).toMatch(/<h1|http-equiv="refresh"/)
    }
  }
})
