import { cp, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../bench/random.ts'
import { FIXTURE_EPOCH } from '../support/build.ts'
import { ASSET_EDITS, CONTENT_EDITS, SITE_EDITS, TEMPLATE_EDITS, writeStories } from '../support/edits.ts'
import { filesOf, LANGUAGES } from '../support/sites.ts'
import { SoakSite } from '../support/soak-site.ts'

const ROOT = '.cache/test/soak-caches'
const KEPT = '.cache/test/soak-caches-kept'
/** What builds leave, where a service that keeps caches for another run would look for it. */
const CACHES = ['.cache', '.astro', 'newsroom/.cache']
const TWO_DAYS = 2 * 86_400_000

let good: Record<string, string>
beforeAll(async () => {
  const site = await SoakSite.in(ROOT)
  good = await site.cleanlyBuilt()
})
afterAll(async () => {
  for (const folder of [ROOT, `${ROOT}-moved`, KEPT]) await rm(folder, { recursive: true, force: true })
})

test.each([
  ['another branch', checkOutBranch],
  ['another outlet', replaceNewsroom],
  ['another version of a package', replacePackage],
])('caches of %s', async (_whose, change) => {
  const other = await SoakSite.in(ROOT)
  await change(other)
  await other.mustBuild()
  expect(await other.published()).not.toEqual(good)
  await mustBuildWithCachesOf(other)
})

test('caches of a checkout on another path', async () => {
  const other = await SoakSite.in(`${ROOT}-moved`)
  await other.mustBuild()
  await mustBuildWithCachesOf(other)
})

test('the whole of a checkout, carried to another path', async () => {
  const other = await SoakSite.in(ROOT)
  await other.mustBuild()
  await rm(`${ROOT}-moved`, { recursive: true, force: true })
  await cp(ROOT, `${ROOT}-moved`, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  const carried = other.at(`${ROOT}-moved`)
  await carried.mustBuild()
  expect(await carried.published()).toEqual(good)
})

test.each([
  ['was two days ahead', TWO_DAYS, {}],
  ['was two days ahead, and goes on so for this program alone', TWO_DAYS, { ahead: true }],
  ['was two days behind', -TWO_DAYS, {}],
])('caches of a time when the clock %s', async (_when, offset, { ahead = false }: { ahead?: boolean }) => {
  const site = await SoakSite.in(ROOT)
  const clock = await skewedClock(site.root, offset)
  await writeFile(
    join(site.newsroom, 'articles/2025/06/gone.md'),
    (await readFile(join(site.newsroom, 'articles/2025/06/harbour-opens.md'), 'utf8'))
      .replace(/title: .*/, 'title: Gone tomorrow')
      .replace(/^(aliases|id|image|translationOf): .*\n(?: .*\n)*/gm, ''),
  )
  await site.mustBuild(clock)
  await site.mustBuild(clock)
  await setTimes(site, offset)
  await rm(join(site.newsroom, 'articles/2025/06/gone.md'))
  for (const _ of ['the first build', 'the next']) {
    const { exitCode, output } = await site.build(ahead ? clock : {}, ['--accept-loss'])
    expect(exitCode, output).toBe(0)
    expect(await site.published()).toEqual(good)
  }
})

/** Builds a fresh checkout with what builds of another have left, twice. */
async function mustBuildWithCachesOf(other: SoakSite): Promise<void> {
  await rm(KEPT, { recursive: true, force: true })
  for (const folder of CACHES) await carry(join(other.root, folder), join(KEPT, folder))
  const site = await SoakSite.in(ROOT)
  for (const folder of CACHES) await carry(join(KEPT, folder), join(site.root, folder))
  for (const _ of ['the first build', 'the next']) {
    // A branch with more articles is no loss.
    const { exitCode, output } = await site.build({}, ['--accept-loss'])
    expect(exitCode, output).toBe(0)
    expect(await site.published()).toEqual(good)
  }
}

/** As an archive is unpacked: with its times. */
async function carry(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await cp(from, to, { recursive: true, preserveTimestamps: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

async function checkOutBranch({ root, newsroom }: SoakSite): Promise<void> {
  const bench = { root, newsroom, random: randomFrom(5), clock: Number(FIXTURE_EPOCH), written: 0 }
  await writeStories(bench, 10)
  for (const edits of [CONTENT_EDITS, TEMPLATE_EDITS, ASSET_EDITS, SITE_EDITS])
    for (const edit of Object.values(edits)) await edit(bench)
}

async function replaceNewsroom({ newsroom }: SoakSite): Promise<void> {
  await rm(newsroom, { recursive: true })
  await cp(LANGUAGES, newsroom, { recursive: true })
}

/** Another version makes other names of headings, and the lockfile tells of it. */
async function replacePackage({ root }: SoakSite): Promise<void> {
  const name = 'github-slugger'
  const folder = join(root, 'node_modules', name)
  await cp(join('node_modules', name), folder, { recursive: true })
  const code = await readFile(join(folder, 'index.js'), 'utf8')
  await writeFile(join(folder, 'index.js'), code.replace(/value\.replace\(regex, ''\)/, "'other-' + $&"))
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  lock.packages[`node_modules/${name}`].version = '99.0.0'
  await writeFile(join(root, 'package-lock.json'), JSON.stringify(lock, undefined, 2))
}

/** The environment in which a build takes this for now; files keep the system's times. */
async function skewedClock(root: string, offset: number): Promise<Record<string, string>> {
  const file = join(root, '..', 'skewed-clock.mjs')
  await writeFile(
    file,
    `const now = Date.now
Date.now = () => now() + ${offset}
globalThis.Date = new Proxy(Date, {
  construct: (Clock, given, as) => Reflect.construct(Clock, given.length > 0 ? given : [Clock.now()], as),
})
`,
  )
  return { NODE_OPTIONS: `--import=${pathToFileURL(file).href}` }
}

/** Gives what was built and what is written the times that it would have by such a clock. */
async function setTimes({ root }: SoakSite, offset: number): Promise<void> {
  const time = new Date(Date.now() + offset)
  for (const folder of [...CACHES, 'dist', 'newsroom'])
    for (const file of await filesOf(join(root, folder)).catch(() => []))
      await utimes(join(root, folder, file), time, time)
}
