import { execFile } from 'node:child_process'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { ask, deployCaddy, type Deployed, deployNginx } from '../support/deployed.ts'
import { digestsOf, filesOf, FIXTURE, FIXTURE_BASE } from '../support/sites.ts'

const ROOT = resolve('.cache/test/renames')
const NEWSROOM = join(ROOT, 'newsroom')
const WWW = join(ROOT, 'www')
const DIST = join(WWW, FIXTURE_BASE)
const PATIENCE = 600_000

/** Each is renamed; addresses below the first are below the second afterwards. */
const RENAMES = [
  ['category', 'city', 'town'],
  ['author', 'ana', 'ana-tes'],
  ['series', 'far-away', 'far'],
  ['tag', 'Town', 'Kota+'],
  ['article', 'harbour-opens', 'port-opens'],
  ['article', 'night-bus', 'late-bus'],
] as const
const FOLDERS: [string, string][] = [
  ['city/night-bus/', 'town/late-bus/'],
  ['city/', 'town/'],
  ['author/ana/', 'author/ana-tes/'],
  ['series/far-away/', 'series/far/'],
  ['tag/town/', 'tag/kota-plus/'],
  ['world/harbour-opens/', 'world/port-opens/'],
  // It led on before.
  ['2025/06/old-harbour/', 'world/port-opens/'],
]

/** Pages and feeds as they were before, by their paths from the front page. */
let before: string[] = []
let after: Set<string>

beforeAll(async () => {
  await rm(ROOT, { recursive: true, force: true })
  await cp(FIXTURE, NEWSROOM, { recursive: true })
  before = await heldIn(await published(DIST, ['--accept-loss']))
  for (const words of RENAMES) await news('rename', ...words)
  // With the guard against loss at work.
  after = new Set(await published())
}, PATIENCE)

/** @param args what a run of these tests before has published does not count, where the loss is accepted */
async function published(outDir = DIST, args: string[] = []): Promise<string[]> {
  const { exitCode, output } = await build({
    newsroom: NEWSROOM,
    outDir,
    args,
    env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
  })
  if (exitCode !== 0) throw new Error(output)
  return filesOf(outDir)
}

async function news(...args: string[]): Promise<string> {
  const env = { ...process.env, NEWSROOM, SOURCE_DATE_EPOCH: FIXTURE_EPOCH }
  return (await promisify(execFile)(process.execPath, ['src/cli/news.ts', ...args], { env })).stdout
}

/** The pages and feeds whose addresses people hold, or are to be sent on from. */
async function heldIn(files: string[]): Promise<string[]> {
  const held = files.filter(
    (file) =>
      !file.startsWith('fragments/') && /(^|\/)(index\.html|rss\.xml|atom\.xml|feed\.json)$/.test(file),
  )
  const leadsOn = async (file: string) =>
    file.endsWith('.html') && (await readFile(join(DIST, file), 'utf8')).includes('http-equiv="refresh"')
  const others = await Promise.all(held.map(async (file) => nowAt(file) === file && (await leadsOn(file))))
  return held.filter((_, i) => !others[i])
}

/** Where an old file is now. */
function nowAt(file: string): string {
  const [from, to] = FOLDERS.find(([folder]) => file.startsWith(folder)) ?? ['', '']
  return to + file.slice(from.length)
}

const addressOf = (file: string) => FIXTURE_BASE + encodeURI(file.replace(/index\.html$/, ''))

test('every kind of address has moved', () => {
  const moved = before.filter((file) => nowAt(file) !== file)
  for (const [folder] of FOLDERS) expect(moved, folder).toContain(`${folder}index.html`)
  expect(moved).toContain('city/feed.json')
  expect(moved).toContain('author/ana/atom.xml')
  expect(moved).toContain('tag/town/rss.xml')
  expect(moved).toContain('city/page/1/index.html')
  expect(moved).toContain('tag/town/page/1/index.html')
  expect(moved).toContain('city/library-hours/index.html')
})

test('the files alone send every reader on, and old feeds are the new ones', async () => {
  for (const file of before) {
    const now = nowAt(file)
    expect(after, file).toContain(now)
    expect(after, file).toContain(file)
    if (now === file) continue
    const text = await readFile(join(DIST, file), 'utf8')
    if (file.endsWith('.html')) expect(text, file).toContain(`content="0; url=${addressOf(now)}"`)
    else expect(text, file).toBe(await readFile(join(DIST, now), 'utf8'))
  }
  const feed = JSON.parse(await readFile(join(DIST, 'author/ana/feed.json'), 'utf8')) as { feed_url: string }
  expect(feed.feed_url).toBe('https://fixture.example/daily/author/ana-tes/feed.json')
})

test(
  'a build on top of the last one makes what a clean one makes',
  async () => {
    await published(join(ROOT, 'clean'), ['--accept-loss'])
    expect(await digestsOf(DIST)).toEqual(await digestsOf(join(ROOT, 'clean')))
  },
  PATIENCE,
)

describe('a server with rules answers with a 301', () => {
  const servers: Record<string, Deployed> = {}

  beforeAll(async () => {
    servers.nginx = await deployNginx(WWW, {
      at: join(ROOT, 'nginx'),
      redirects: await news('redirects', '--format', 'nginx'),
    })
    servers.Caddy = await deployCaddy(WWW, {
      at: join(ROOT, 'caddy'),
      redirects: await news('redirects', '--format', 'caddy'),
    })
  }, PATIENCE)
  afterAll(() => Promise.all(Object.values(servers).map((server) => server.stop())))

  test.each(['nginx', 'Caddy'])('%s', async (name) => {
    const { origin = '' } = servers[name] ?? {}
    for (const file of before) {
      const now = nowAt(file)
      expect(await followed(origin, addressOf(file)), file).toEqual({
        path: addressOf(now),
        moved: now !== file,
      })
    }
  })

  async function followed(origin: string, path: string): Promise<{ path: string; moved: boolean }> {
    let at = path
    for (let steps = 0; steps < 3; steps++) {
      const { status, headers } = await ask(origin, at)
      if (status === 200) return { path: at, moved: at !== path }
      if (status !== 301) return { path: `${at} answers ${status}`, moved: false }
      at = new URL(String(headers.location), origin).pathname
    }
    return { path: `${at} leads on and on`, moved: true }
  }
})

test.each(['netlify', 'cloudflare'])('%s has a rule for every old address', async (format) => {
  const rules = (await news('redirects', '--format', format))
    .split('\n')
    .filter((line) => line.startsWith('/'))
    .map((line) => line.split(' '))
    // One that is for a query alone fits no path without one.
    .filter(([, condition = '']) => !/^\w+=/.test(condition))
  /** As both read it: the first rule that fits, an asterisk for the rest of the path. */
  const answer = (path: string): string => {
    for (const [from = '', to = ''] of rules) {
      if (from === path) return to
      const folder = from.slice(0, -1)
      if (from.endsWith('*') && path.startsWith(folder))
        return to.replace(':splat', path.slice(folder.length))
    }
    return path
  }
  for (const file of before) expect(answer(answer(addressOf(file))), file).toBe(addressOf(nowAt(file)))
})

test(
  'a section that is renamed by hand stops the build, which says how its old addresses lead on',
  async () => {
    const config = join(NEWSROOM, 'src/site.config.ts')
    await writeFile(config, (await readFile(config, 'utf8')).replaceAll("'town'", "'borough'"))
    const old = join(NEWSROOM, 'src/content/categories/town.yml')
    await cp(old, old.replace('town', 'borough'))
    await rm(old)
    for (const file of await filesOf(join(NEWSROOM, 'articles'))) {
      if (!file.endsWith('.md')) continue
      const path = join(NEWSROOM, 'articles', file)
      const text = await readFile(path, 'utf8')
      await writeFile(
        path,
        text.replace('category: town', 'category: borough').replaceAll('(/town/', '(/borough/'),
      )
    }
    const { exitCode, output } = await build({
      newsroom: NEWSROOM,
      outDir: DIST,
      env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH },
    })
    expect(exitCode).not.toBe(0)
    expect(output).toContain(
      'town/ seems to be borough/ now: put /town/ into aliases of src/content/categories/borough.yml',
    )
  },
  PATIENCE,
)
