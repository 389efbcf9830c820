import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from './support/build.ts'
import { ask, type Deployed, deployNginx } from './support/deployed.ts'
import { MovedNewsroom } from './support/moving-in.ts'

const ROOT = '.cache/test/moving-in'
const DIST = `${ROOT}/dist`

/** Each old system's export, and the addresses of its public texts there, as its documentation makes them; each with words of the text. */
const SYSTEMS: { import: string[]; addresses: [address: string, words: string][] }[] = [
  {
    import: ['blogger', 'tests/fixtures/blogger/blog-2008.xml', '--media', 'MEDIA'],
    addresses: [
      ['/2012/02/dermaga-baru.html', 'ermaga'],
      ['/2012/02/dermaga-baru.html?m=1', 'ermaga'],
      ['/2012/02/dermaga.html', 'ermaga'],
      ['/2013/01/dermaga.html', 'ermaga'],
      ['/p/tentang-kami.html', 'entang'],
    ],
  },
  // But for its page, which has the title of one of Blogger's, and is taken for that in the same newsroom.
  {
    import: ['ghost', 'tests/fixtures/ghost/kabar.ghost.json', '--media', 'MEDIA'],
    addresses: [
      ['/jembatan-retak/', 'embatan'],
      ['/harga-garam/', 'aram'],
      ['/ikan-pagi/', 'kan'],
    ],
  },
  {
    import: ['markdown', 'tests/fixtures/jekyll'],
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
    addresses: [
      ['/posts/well/', 'Forty metres'],
      ['/air/pump.html', 'The pump is'],
    ],
  },
  {
    import: ['markdown', 'tests/fixtures/astro', '--map', 'topics=tags'],
    addresses: [
      ['/blog/first-rice/', 'The rice is in'],
      ['/blog/deep/mill/', 'mill'],
    ],
  },
  {
    import: ['folder', 'tests/fixtures/folder'],
    addresses: [
      ['/news/7-dam.html', 'so does the'],
      ['/dam', 'so does the'],
      ['/about.html', 'We write of water'],
    ],
  },
]

let newsroom: MovedNewsroom
let nginx: Deployed
beforeAll(async () => {
  newsroom = await MovedNewsroom.start('moving-in', [
    ...['retak', 'satu', 'dua', 'jembatan'].map((name) => `images/2022/05/${name}.jpg`),
    'images/2022/06/garam.jpg',
    'images/2021/02/ikan.jpg',
  ])
  for (const { import: args } of SYSTEMS)
    await newsroom.import(...args.map((arg) => (arg === 'MEDIA' ? newsroom.media : arg)), '--no-check')
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
