import { hash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCaddy } from '#syndication/redirects/caddy.ts'
import { writeNginx } from '#syndication/redirects/nginx.ts'
import { EVERYWHERE, IMMUTABLE } from '#syndication/response-headers.ts'
import { ask, deployCaddy, type Deployed, deployNginx } from '../support/deployed.ts'
import { filesOf, SAMPLE_DIST } from '../support/sites.ts'

const ARTICLE = '/politics/xi-putin-moscow-joint-statement/'
const MOVED = {
  front: '/',
  paths: [
    { from: '/old/budget/', to: ARTICLE },
    { from: '/politik', to: '/politics/' },
    { from: '/politik/', to: '/politics/' },
    { from: '/politik/moved-away/', to: '/economy/moved-away/' },
  ],
  folders: [
    { from: '/politik/dalam+negeri/', to: '/culture/' },
    { from: '/politik/', to: '/politics/' },
    { from: '/%D0%BC%D0%B8%D1%80/', to: '/world/' },
  ],
  numbers: [{ number: 19, to: ARTICLE }],
  queries: [
    {
      names: ['id', 'option'],
      addresses: [{ path: '/index.php', values: ['7:dam', 'com_content'], to: ARTICLE }],
    },
    { names: ['id'], addresses: [{ path: '/index.php', values: ['7'], to: '/world/' }] },
    { names: ['q'], addresses: [{ path: '/', values: ['node/7'], to: '/culture/' }] },
  ],
  feed: '/rss.xml',
  search: '/search/',
}
const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
}

/** What a header lists, each once. */
const namesIn = (header = '') => [...new Set(header.toLowerCase().split(/, */))].sort()

let files: string[]
const servers: Record<string, Deployed> = {}

beforeAll(async () => {
  files = await filesOf(SAMPLE_DIST)
  servers.nginx = await deployNginx(SAMPLE_DIST, {
    at: '.cache/test/deployed-nginx',
    redirects: writeNginx(MOVED),
  })
  servers.Caddy = await deployCaddy(SAMPLE_DIST, {
    at: '.cache/test/deployed-caddy',
    redirects: writeCaddy(MOVED),
  })
})
afterAll(() => Promise.all(Object.values(servers).map((server) => server.stop())))

describe.each(['nginx', 'Caddy'])('%s, set up by deploy/,', (name) => {
  const get = (path: string, headers?: Record<string, string>) => {
    const server = servers[name]
    if (!server) throw new Error(`${name} does not run`)
    return ask(server.origin, path, headers)
  }
  const named = (pattern: RegExp) => `/${files.find((file) => pattern.test(file))}`

  test('sends what every answer has to have, whatever is asked for', async () => {
    const expected = Object.fromEntries(
      Object.entries(EVERYWHERE).map(([header, value]) => [header.toLowerCase(), value]),
    )
    for (const path of [
      '/',
      ARTICLE,
      '/rss.xml',
      '/robots.txt',
      named(/_astro\/.*\.css$/),
      '/gone/',
      '/old/budget/',
    ]) {
      const { headers } = await get(path)
      expect(headers, path).toMatchObject(expected)
    }
  })

  test.each([
    ['/', 'text/html; charset=utf-8'],
    ['/rss.xml', 'application/xml; charset=utf-8'],
    ['/politics/rss.xml', 'application/xml; charset=utf-8'],
    ['/sitemap-index.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    [/_astro\/.*\.css$/, 'text/css; charset=utf-8'],
    [/_astro\/.*\.js$/, /^(text|application)\/javascript; charset=utf-8$/],
    [/_astro\/.*\.webp$/, 'image/webp'],
    [/_astro\/.*\.woff2$/, 'font/woff2'],
    [/indexes\.json$/, /^application\/json/],
    ['/favicon.svg', /^image\/svg\+xml/],
  ])('%s is of the right type', async (asked, type) => {
    const { status, headers } = await get(asked instanceof RegExp ? named(asked) : asked)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(
      type instanceof RegExp ? type : new RegExp(`^${RegExp.escape(type)}$`),
    )
  })

  test.each(['br', 'gzip'])('sends what the build has compressed: %s', async (encoding) => {
    for (const path of [`${ARTICLE}index.html`, named(/_astro\/.*\.css$/), '/rss.xml', '/sitemap-0.xml']) {
      const { headers, body } = await get(path.replace(/index\.html$/, ''), { 'Accept-Encoding': encoding })
      expect(headers['content-encoding'], path).toBe(encoding)
      expect(namesIn(headers.vary), path).toContain('accept-encoding')
      const ending = encoding === 'br' ? '.br' : '.gz'
      const file = join(SAMPLE_DIST, path)
      expect(body.equals(await readFile(file + ending)), path).toBe(true)
      expect(UNPACK[encoding]?.(body).equals(await readFile(file)), path).toBe(true)
      expect(body.length).toBeLessThan((await stat(file)).size)
    }
  })

  describe('of an article', () => {
    const browser = async () => {
      const dictionary = await readFile(join(SAMPLE_DIST, 'pages.dict'))
      const digest = hash('sha256', dictionary, 'base64')
      return { dictionary, digest, id: digest.replace('=', '') }
    }

    test('sends to a browser that has the dictionary what does not stand in it', async () => {
      const { dictionary, digest, id } = await browser()
      const { status, headers, body } = await get(ARTICLE, {
        'Accept-Encoding': 'gzip, deflate, br, zstd, dcb, dcz',
        'Available-Dictionary': `:${digest}:`,
      })
      expect([status, headers['content-encoding']]).toEqual([200, 'dcz'])
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(namesIn(headers.vary)).toEqual(['accept-encoding', 'available-dictionary'])
      expect(headers['cache-control']).toBe('public, max-age=60')
      const file = join(SAMPLE_DIST, ARTICLE, 'index.html')
      expect(body.equals(await readFile(`${file}.${id}.dcz`))).toBe(true)
      expect(body.toString('base64', 8, 40)).toBe(digest)
      expect(zstdDecompressSync(body.subarray(40), { dictionary }).equals(await readFile(file))).toBe(true)
      expect(body.length).toBeLessThan(0.6 * (await stat(`${file}.br`)).size)
    })

    test.each([
      ['that has another one', { 'Available-Dictionary': `:${hash('sha256', 'another', 'base64')}:` }],
      ['that has none', {}],
      ['that names what is no digest', { 'Available-Dictionary': ':../../../etc/passwd:' }],
      ['that cannot unpack it', { 'Accept-Encoding': 'br, gzip' }],
    ])('sends the whole of it to a browser %s', async (_, differing) => {
      const { digest } = await browser()
      const { status, headers } = await get(ARTICLE, {
        'Accept-Encoding': 'br, dcb, dcz',
        ...('Accept-Encoding' in differing && { 'Available-Dictionary': `:${digest}:` }),
        ...differing,
      })
      expect([status, headers['content-encoding']]).toEqual([200, 'br'])
      expect(namesIn(headers.vary)).toEqual(['accept-encoding', 'available-dictionary'])
    })

    test('tells browsers to keep the dictionary, and for which pages', async () => {
      const { headers } = await get('/pages.dict')
      expect(headers).toMatchObject({
        'use-as-dictionary': 'match="/*", match-dest=("document")',
        'cache-control': 'public, max-age=604800',
      })
    })
  })

  test('keeps what never changes for ever, pages for a minute, the state of what is live for seconds, and nothing that is not there', async () => {
    const keeping = async (path: string) => (await get(path)).headers['cache-control']
    for (const path of [/_astro\/.*\.css$/, /_astro\/.*\.webp$/, /\.pf_fragment$/])
      expect(await keeping(named(path))).toBe(IMMUTABLE)
    const entry = named(/^fragments\/live\/[^/]+\/[^/]+\/[^/]+\/index\.html$/)
    expect(await keeping(entry.replace(/index\.html$/, ''))).toBe(IMMUTABLE)
    expect(await keeping(named(/^fragments\/live\/[^/]+\.json$/))).toBe('public, max-age=2, must-revalidate')
    for (const path of ['/', ARTICLE, '/rss.xml', named(/indexes\.json$/), named(/pagefind\.js$/)])
      expect(await keeping(path)).toBe('public, max-age=60')
    expect(await keeping('/sw.js')).toBe('no-cache')
    expect((await keeping('/_astro/gone.css')) ?? 'no-cache').toBe('no-cache')
  })

  test('answers a page that the browser has by 304', async () => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers } = await get(ARTICLE, { 'Accept-Encoding': encoding })
      const again = await get(ARTICLE, { 'Accept-Encoding': encoding, 'If-None-Match': String(headers.etag) })
      expect([again.status, again.body.length], encoding).toEqual([304, 0])
    }
  })

  test('shows the page for what is not there', async () => {
    // The second is a folder without an index.
    for (const path of ['/no/such/page/', '/fragments/']) {
      const { status, body } = await get(path)
      expect(status, path).toBe(404)
      expect(body.toString()).toBe(await readFile(join(SAMPLE_DIST, '404.html'), 'utf8'))
    }
  })

  test('sends searches and feeds that WordPress was asked for by a query on', async () => {
    for (const [path, to] of [
      ['/?feed=rss2', '/rss.xml'],
      ['/?s=harga%20beras', '/search/?s=harga%20beras'],
      ['/?p=19&s=x', ARTICLE],
    ] as const) {
      const { status, headers } = await get(path)
      expect(status, path).toBe(301)
      expect(new URL(String(headers.location), 'http://x.example').href, path).toBe(`http://x.example${to}`)
    }
  })

  test('sends an address on that a query tells apart, the one of most names first', async () => {
    for (const [path, to] of [
      ['/index.php?option=com_content&view=article&id=7:dam', ARTICLE],
      ['/index.php?id=7%3Adam&option=com_content', ARTICLE],
      ['/index.php?id=7&option=com_other', '/world/'],
      ['/?q=node/7', '/culture/'],
      ['/?utm_source=x&q=node%2F7', '/culture/'],
    ]) {
      const { status, headers } = await get(path ?? '')
      expect([status, headers.location], path).toEqual([301, to])
    }
    expect((await get('/index.php?id=8')).status).toBe(404)
    expect((await get('/?q=node/8')).status).toBe(200)
  })

  test('sends an old address on for good, and a folder to its slash', async () => {
    for (const path of ['/old/budget/', '/?p=19']) {
      const { status, headers } = await get(path)
      expect([status, headers.location], path).toEqual([301, ARTICLE])
    }
    const below = {
      '/politik': '/politics/',
      '/politik/': '/politics/',
      '/politik/xi-putin-moscow-joint-statement/?utm=x': ARTICLE,
      '/politik/page/2/': '/politics/page/2/',
      '/politik/atom.xml': '/politics/atom.xml',
      '/politik/x.md': '/politics/x.md',
      '/politik/%D0%BC%D0%B8%D1%80/': '/politics/%D0%BC%D0%B8%D1%80/',
      '/politik/moved-away/': '/economy/moved-away/',
      '/politik/dalam+negeri/x/': '/culture/x/',
      '/%D0%BC%D0%B8%D1%80/a/': '/world/a/',
      '/%d0%bc%d0%b8%d1%80/a/': '/world/a/',
    }
    for (const [path, to] of Object.entries(below)) {
      const { status, headers } = await get(path)
      expect([status, headers.location], path).toEqual([301, to])
    }
    for (const path of ['/politik/%0d%0aSet-Cookie:%20a=b/', '/politik/%0aX:%20y']) {
      const { headers } = await get(path)
      expect([headers['set-cookie'], headers.x], path).toEqual([undefined, undefined])
      expect(String(headers.location), path).not.toMatch(/[\r\n]/)
    }
    for (const path of ['/politikus/', '/Politik/x/', '/daily/politik/x/'])
      expect((await get(path)).status, path).toBe(404)
    const bare = await get(ARTICLE.replace(/\/$/, ''))
    expect([301, 308]).toContain(bare.status)
    expect(new URL(String(bare.headers.location), 'https://news.example').pathname).toBe(ARTICLE)
  })

  test('gives out nothing beside the site', async () => {
    for (const path of ['/../package.json', '/..%2fpackage.json', '/_astro/../../package.json']) {
      const { status, body } = await get(path)
      expect(status, path).toBeGreaterThanOrEqual(400)
      expect(body.toString(), path).not.toContain('devDependencies')
    }
  })
})

test('nginx leads from http to https, to the same page', async () => {
  const { status, headers } = await ask(servers.nginx?.plainOrigin ?? '', `${ARTICLE}?a=b`, {
    Host: 'news.example',
  })
  expect([status, headers.location]).toEqual([301, `https://news.example${ARTICLE}?a=b`])
})

test('Netlify and Cloudflare Pages get the same headers in a file', async () => {
  const text = await readFile(join(SAMPLE_DIST, '_headers'), 'utf8')
  for (const [name, value] of Object.entries(EVERYWHERE)) expect(text).toContain(`  ${name}: ${value}\n`)
})
