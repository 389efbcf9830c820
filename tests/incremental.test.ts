import { appendFile, cp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../bench/random.ts'
import { build, pagesMade, startBuild } from './support/build.ts'
import { checkOut } from './support/checkout.ts'
import {
  ASSET_EDITS,
  CONFIG_EDITS,
  CONTENT_EDITS,
  SITE_EDITS,
  TEMPLATE_EDITS,
  type Workbench,
  writeStories,
} from './support/edits.ts'
import { digestsOf, filesOf, FIXTURE } from './support/sites.ts'

/** Another one deals the same edits in another order, to other stories. */
const SEED = Number(process.env.EDITS_SEED ?? 3)
const ROOT = resolve('.cache/test/incremental')
const NEWSROOM = join(ROOT, 'newsroom')
const DIST = join(ROOT, 'dist')
const CLEAN = join(ROOT, 'clean/dist')
const CLEAN_CACHES = join(ROOT, 'clean/caches')
const PATIENCE = 300_000

const bench: Workbench = {
  root: ROOT,
  newsroom: NEWSROOM,
  random: randomFrom(SEED),
  clock: Date.UTC(2025, 5, 30, 12) / 1000,
  written: 0,
}
const options = (outDir: string, env: Record<string, string> = {}) => ({
  newsroom: NEWSROOM,
  outDir,
  cwd: ROOT,
  env: { SOURCE_DATE_EPOCH: String(bench.clock), ...env },
  // Another language has other pages.
  args: ['--accept-loss'],
})

beforeAll(async () => {
  await checkOut(ROOT)
  await cp(FIXTURE, NEWSROOM, { recursive: true })
  await writeStories(bench, 10)
  await mustBuild(DIST)
}, PATIENCE)

describe('what a build makes anew', () => {
  test(
    'is what has no key, when nothing has changed',
    async () => {
      const before = await digestsOf(DIST)
      expect(pagesMade(await mustBuild(DIST)).sort()).toEqual(await pagesWithoutKeys())
      expect(await digestsOf(DIST)).toEqual(before)
    },
    PATIENCE,
  )

  test(
    'is one page more, when a body has, and the feeds with its text',
    async () => {
      await appendFile(join(NEWSROOM, 'articles/2025/06/harbour-opens.md'), '\nOne sentence more.\n')
      const without = await pagesWithoutKeys()
      const made = pagesMade(await mustBuild(DIST)).filter((path) => !without.includes(path))
      expect(made).toContain('/world/harbour-opens/index.html')
      const feeds = /\/(rss\.xml|atom\.xml|feed\.json)$/
      expect(
        made.filter((path) => !/\/harbour-opens(\/index\.html|\.md)$/.test(path) && !feeds.test(path)),
      ).toEqual([])
      // Of the site, its section, two authors and two tags, in three formats.
      expect(made.length).toBeLessThanOrEqual(2 + 3 * 6)
    },
    PATIENCE,
  )
})

describe(`after edits dealt by seed ${SEED}, a build on top of the last ones equals a clean one`, () => {
  // What changes every page would hide that another edit leaves one as it was.
  const hands = [
    ...deal(CONTENT_EDITS, 2),
    ...[TEMPLATE_EDITS, ASSET_EDITS, SITE_EDITS].flatMap((edits) => deal(edits, 1)),
    ...Object.entries(CONFIG_EDITS).map((edit) => [edit]),
  ]
  test.each(hands.map((hand) => [hand.map(([name]) => name).join(', '), hand] as const))(
    '%s',
    async (_, hand) => {
      for (const [, edit] of hand) await edit(bench)
      await mustBuild(DIST)
      await rm(join(ROOT, 'clean'), { recursive: true, force: true })
      await mustBuild(CLEAN, { CACHE_DIR: CLEAN_CACHES })
      expect(await digestsOf(DIST)).toEqual(await digestsOf(CLEAN))
    },
    PATIENCE,
  )
})

test(
  'a build that is killed leaves the last site, and nothing of itself for the next one',
  async () => {
    const before = await digestsOf(DIST)
    const about = join(NEWSROOM, 'src/content/pages/about.md')
    await cp(about, `${about}.kept`)
    await CONTENT_EDITS['the page about the outlet changes']?.(bench)
    await killWhileMakingPages()
    expect(await digestsOf(DIST)).toEqual(before)
    await cp(`${about}.kept`, about)
    await rm(`${about}.kept`)
    await mustBuild(DIST)
    expect(await digestsOf(DIST)).toEqual(before)
    expect((await filesOf(ROOT)).filter((file) => /^\.\w+-(next|last)\//.test(file))).toEqual([])
  },
  PATIENCE,
)

async function mustBuild(outDir: string, env?: Record<string, string>): Promise<string> {
  const { exitCode, output } = await build(options(outDir, env))
  expect(exitCode, output).toBe(0)
  return output
}

/** Files that follow from the settings or the clock: made in each build, by routes that make them only where they are wanted. */
const EACH_TIME = ['/.well-known/security.txt', '/ads.txt', '/news-sitemap.xml']

/** Those of the routes that are one page each. */
async function pagesWithoutKeys(): Promise<string[]> {
  const routes = (await filesOf('src/pages')).filter((file) => !file.includes('['))
  return routes
    .map((file) => `/${file.replace(/\.ts$/, '').replace(/(\/index|(?<=^)index)?\.astro$/, '/index.html')}`)
    .map((path) => path.replace('/404/index.html', '/404.html').replace('//', '/'))
    .concat(EACH_TIME)
    .sort()
}

async function killWhileMakingPages(): Promise<void> {
  const child = startBuild(options(DIST), { ownGroup: true })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    if (pagesMade(output).length > 3 && child.pid) process.kill(-child.pid, 'SIGKILL')
  })
  const signal = await new Promise((done) => child.on('close', (_, signal) => done(signal)))
  expect(signal, output).toBe('SIGKILL')
}

/** All of the edits, shuffled, in so many hands. */
function deal(edits: typeof CONTENT_EDITS, hands: number) {
  const left = Object.entries(edits)
  const dealt: (typeof left)[] = Array.from({ length: hands }, () => [])
  for (let i = 0; left.length > 0; i++) {
    dealt[i % hands]?.push(...left.splice(bench.random.below(left.length), 1))
  }
  return dealt
}
