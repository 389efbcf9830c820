import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SiteInput } from '#domain/site.ts'
import { run } from './ping.ts'

const KEY = '0123456789abcdef'
const FRONT = 'https://warta.example/news/'

let newsroom: string
let server: Server
let receiver: string
/** What came: the path, and what was posted there. */
let posts: { path: string; type: string; body: string }[]
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void
let said: string[]

beforeEach(async () => {
  posts = []
  said = []
  answer = (_request, response) => response.writeHead(204).end()
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((text: string) => said.push(text))
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    posts.push({ path: request.url ?? '', type: request.headers['content-type'] ?? '', body })
    answer(request, response, body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  receiver = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  newsroom = await mkdtemp(join(tmpdir(), 'warta-ping-'))
  vi.stubEnv('NEWSROOM', newsroom)
  vi.stubEnv('OUT_DIR', join(newsroom, 'dist'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await rm(newsroom, { recursive: true, force: true })
})

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(newsroom, file)), { recursive: true })
    await writeFile(join(newsroom, file), text)
  }
}

/** A config that names these receivers; once a test, as Node reads a module once. */
async function configure(of: Partial<SiteInput>): Promise<void> {
  const config = { name: 'Warta', tagline: 'News', url: FRONT, ...of }
  await write({ 'src/site.config.ts': `export default ${JSON.stringify(config)}` })
}

const hub = () => configure({ feeds: { hubs: [`${receiver}/hub`] } })
const indexNow = () => configure({ indexNow: { key: KEY, endpoint: `${receiver}/indexnow` } })

/** A built site with these feeds, and pages with these dates of their last change. */
async function publish(feeds: Record<string, string>, pages: Record<string, string> = {}): Promise<void> {
  await rm(join(newsroom, 'dist'), { recursive: true, force: true })
  const urls = Object.entries(pages).map(
    ([path, lastmod]) => `<url><loc>${FRONT}${path}</loc>${lastmod && `<lastmod>${lastmod}</lastmod>`}</url>`,
  )
  const [first, ...rest] = urls
  await write({
    'dist/index.html': 'x',
    'dist/sitemap-index.xml': `<sitemapindex><sitemap><loc>${FRONT}sitemap-0.xml</loc></sitemap><sitemap><loc>${FRONT}sitemap-1.xml</loc></sitemap></sitemapindex>`,
    'dist/sitemap-0.xml': `<urlset>${first ?? ''}</urlset>`,
    'dist/sitemap-1.xml': `<urlset>${rest.join('')}</urlset>`,
    ...Object.fromEntries(Object.entries(feeds).map(([file, text]) => [`dist/${file}`, text])),
  })
}

/** Pings, and forgets what came before it. */
async function ping(...args: string[]): Promise<number> {
  posts = []
  said = []
  return run(['--timeout', '0.5', ...args])
}

const postedFeeds = () => posts.map(({ body }) => new URLSearchParams(body).get('hub.url'))
const postedPages = () => posts.flatMap(({ body }) => (JSON.parse(body) as { urlList: string[] }).urlList)
const all = () => said.join('\n')

describe('a hub', () => {
  beforeEach(hub)

  test('is told of nothing at first, and of changed and new feeds ever after, each once', async () => {
    await publish({ 'rss.xml': 'a', 'politics/rss.xml': 'a', 'politics/feed.json': 'a' })
    expect(await ping()).toBe(0)
    expect(posts).toEqual([])
    expect(all()).toContain('3 feeds remembered')

    await publish({
      'rss.xml': 'b',
      'politics/rss.xml': 'a',
      'politics/feed.json': 'b',
      'tag/ё/atom.xml': 'a',
    })
    expect(await ping()).toBe(0)
    expect(postedFeeds()).toEqual([
      `${FRONT}politics/feed.json`,
      `${FRONT}rss.xml`,
      `${FRONT}tag/%D1%91/atom.xml`,
    ])
    expect(posts[0]).toMatchObject({
      path: '/hub',
      type: expect.stringMatching(/^application\/x-www-form-urlencoded/),
      body: expect.stringContaining('hub.mode=publish'),
    })
    expect(all()).toContain('was told of 3 feeds')

    expect(await ping()).toBe(0)
    expect(posts).toEqual([])
    expect(all()).toContain('was told of 0 feeds')
  })

  test('is not told of a feed that is gone, but of one that comes back', async () => {
    await publish({ 'rss.xml': 'a', 'tag/x/rss.xml': 'a' })
    await ping()
    await publish({ 'rss.xml': 'a' })
    await ping()
    expect(posts).toEqual([])
    await publish({ 'rss.xml': 'a', 'tag/x/rss.xml': 'a' })
    await ping()
    expect(postedFeeds()).toEqual([`${FRONT}tag/x/rss.xml`])
  })

  test('that refuses a feed is told of it again the next time, and of no other twice', async () => {
    await publish({ 'rss.xml': 'a', 'a/rss.xml': 'a' })
    await ping()
    await publish({ 'rss.xml': 'b', 'a/rss.xml': 'b' })
    answer = (_request, response, body) =>
      body.includes('a%2Frss')
        ? response.writeHead(404).end('No such topic\nmore')
        : response.writeHead(202).end()
    expect(await ping()).toBe(1)
    expect(postedFeeds()).toHaveLength(2)
    expect(all()).toContain(
      `${receiver}/hub did not take ${FRONT}a/rss.xml: it answers 404 Not Found: No such topic. The next ping tries again.`,
    )
    answer = (_request, response) => response.writeHead(204).end()
    expect(await ping()).toBe(0)
    expect(postedFeeds()).toEqual([`${FRONT}a/rss.xml`])
  })

  test.each([
    ['is down', 503, '503 Service Unavailable'],
    ['has had enough', 429, '429 Too Many Requests'],
  ])('that %s is left in peace until the next time', async (_case, status, words) => {
    await publish({ 'rss.xml': 'a', 'a/rss.xml': 'a' })
    await ping()
    await publish({ 'rss.xml': 'b', 'a/rss.xml': 'b' })
    answer = (_request, response) => response.writeHead(status).end()
    expect(await ping()).toBe(1)
    expect(posts).toHaveLength(1)
    expect(all()).toContain(words)
    answer = (_request, response) => response.writeHead(204).end()
    await ping()
    expect(postedFeeds()).toHaveLength(2)
  })

  test('that does not answer is not waited for', async () => {
    await publish({ 'rss.xml': 'a', 'a/rss.xml': 'a' })
    await ping()
    await publish({ 'rss.xml': 'b', 'a/rss.xml': 'b' })
    answer = () => {}
    expect(await ping()).toBe(1)
    expect(posts).toHaveLength(1)
    expect(all()).toContain('no answer within 0.5 seconds')
  })

  test('that leads on elsewhere is named with where to', async () => {
    await publish({ 'rss.xml': 'a' })
    await ping()
    await publish({ 'rss.xml': 'b' })
    answer = (_request, response) => response.writeHead(301, { Location: 'https://new.example/' }).end()
    expect(await ping()).toBe(1)
    expect(all()).toContain('leads on to https://new.example/: name that address in src/site.config.ts')
  })
})

test('a receiver that cannot be reached does not keep another from being told', async () => {
  await configure({ feeds: { hubs: ['http://127.0.0.1:1/', `${receiver}/hub`] } })
  await publish({ 'rss.xml': 'a' })
  await ping()
  await publish({ 'rss.xml': 'b' })
  expect(await ping()).toBe(1)
  expect(postedFeeds()).toEqual([`${FRONT}rss.xml`])
  expect(all()).toMatch(/^http:\/\/127\.0\.0\.1:1\/ did not take \S+rss\.xml: it cannot be reached: .+/m)
  expect(await ping()).toBe(1)
  expect(posts).toEqual([])
})

describe('IndexNow', () => {
  beforeEach(indexNow)

  test('is told of new, changed and gone pages in one request, with the key and where it lies', async () => {
    await publish({}, { '': '2025-07-01', 'a/': '2025-07-01', 'b/': '2025-07-01', 'search/': '' })
    expect(await ping()).toBe(0)
    expect(posts).toEqual([])
    await publish({}, { '': '2025-07-01', 'a/': '2025-07-02', 'c/': '2025-07-02', 'search/': '' })
    answer = (_request, response) => response.writeHead(202).end()
    expect(await ping()).toBe(0)
    expect(posts).toHaveLength(1)
    expect(posts[0]).toMatchObject({ path: '/indexnow', type: 'application/json; charset=utf-8' })
    expect(JSON.parse(posts[0]?.body ?? '')).toEqual({
      host: 'warta.example',
      key: KEY,
      keyLocation: `${FRONT}${KEY}.txt`,
      urlList: [`${FRONT}a/`, `${FRONT}c/`, `${FRONT}b/`],
    })
    await ping()
    expect(posts).toEqual([])
  })

  test('takes ten thousand pages at a time', async () => {
    const pages = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}/`, '']))
    await publish({}, pages)
    await ping('--all')
    expect(posts.map(({ body }) => JSON.parse(body).urlList.length)).toEqual([10_000, 1])
    expect(new Set(postedPages()).size).toBe(10_001)
  })

  test('that does not find the key says where it looked', async () => {
    await publish({}, { '': '2025-07-01' })
    answer = (_request, response) => response.writeHead(403).end()
    expect(await ping('--all')).toBe(1)
    expect(all()).toContain(`403 Forbidden: it did not find the key at ${FRONT}${KEY}.txt`)
  })
})

test('a dry run lists what would be told, tells nobody and remembers nothing', async () => {
  await hub()
  await publish({ 'rss.xml': 'a' })
  for (let i = 0; i < 2; i++) {
    await ping('--dry-run')
    expect(all()).toContain('1 feed would be remembered')
  }
  await ping()
  await publish({ 'rss.xml': 'b' })
  for (let i = 0; i < 2; i++) {
    expect(await ping('--dry-run')).toBe(0)
    expect(posts).toEqual([])
    expect(all()).toContain(`would be told of 1 feed\n  ${FRONT}rss.xml`)
  }
  await ping()
  expect(posts).toHaveLength(1)
})

test('what was remembered is kept in one step, and a file that is none stops the ping', async () => {
  await hub()
  await publish({ 'rss.xml': 'a' })
  await ping()
  const file = join(newsroom, '.cache/pinged.json')
  expect(Object.keys(JSON.parse(await readFile(file, 'utf8')))).toEqual([`${receiver}/hub`])
  for (const text of ['{"a":', '[]', '{"a":1}']) {
    await writeFile(file, text)
    await expect(ping()).rejects.toThrow(/pinged\.json cannot be read\. Delete it/)
    expect(posts).toEqual([])
  }
})

test('without a receiver nobody is told', async () => {
  await configure({})
  expect(await ping()).toBe(0)
  expect(all()).toContain('Nobody is to be told')
})

test('a site that is not built is asked for', async () => {
  await hub()
  await expect(ping()).rejects.toThrow('Build it first')
})

test('the receivers are listed, one a line', async () => {
  await configure({ feeds: { hubs: [`${receiver}/hub`] }, indexNow: { key: KEY } })
  expect(await ping('--receivers')).toBe(0)
  expect(said).toEqual([`${receiver}/hub`, 'https://api.indexnow.org/indexnow'])
})
