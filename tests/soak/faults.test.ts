import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { randomFrom } from '../../bench/random.ts'
import { filesOf } from '../support/sites.ts'
import { asRoot, fillDisk, SoakSite } from '../support/soak-site.ts'

const SEED = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31))
const random = randomFrom(SEED)
/** Shares of a build's time after which it is killed: more of them late, when it writes. */
const KILLED_AFTER = Array.from({ length: 40 }, () => Math.round(1000 * Math.sqrt(random.next())) / 1000)

describe(`a build that is cut off, in the way of another, or fails: KILL_SEED=${SEED}`, () => {
  let site: SoakSite
  let good: Record<string, string>
  let edited: Record<string, string>
  let milliseconds: number
  beforeAll(async () => {
    site = await SoakSite.in('.cache/test/soak')
    await giveAll(site)
    await site.edit()
    await site.mustBuild()
    edited = await site.published()
    await site.takeBack()
    const began = performance.now()
    await site.mustBuild()
    milliseconds = performance.now() - began
    good = await site.published()
  })
  afterEach(() => site.takeBack())

  test.each(KILLED_AFTER)(
    'killed after %d of its time: the last site stays, the next build needs no help',
    async (share) => {
      await site.edit()
      const child = site.start()
      const ended = new Promise((done) => child.on('close', done))
      await new Promise((done) => setTimeout(done, share * milliseconds))
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
      const left = await site.published()
      await site.takeBack()
      // One may have come to its end before it was killed.
      expect([good, edited]).toContainEqual(left)
      await site.mustBuild()
      expect(await site.published()).toEqual(good)
      expect(await leftovers(site)).toEqual([])
    },
  )

  test('killed between taking the last site away and putting the new one there: the next puts it back, though it fails', async () => {
    await rename(site.dist, join(site.root, '.dist-last'))
    const article = join(site.newsroom, 'articles/2025/06/broken.md')
    await writeFile(article, 'no front matter')
    expect((await site.build()).exitCode).toBe(1)
    expect(await site.published()).toEqual(good)
    await rm(article)
    await site.mustBuild()
    expect(await site.published()).toEqual(good)
  })

  test('two at once: the second waits for the first', async () => {
    const [one, two] = await Promise.all([site.build(), site.build()])
    expect([one.exitCode, two.exitCode], one.output + two.output).toEqual([0, 0])
    const waited = [one, two].filter(({ output }) =>
      output.includes('is at work here: waiting until it has ended'),
    )
    expect(waited).toHaveLength(1)
    expect(waited[0]?.output).toMatch(/Another build \(process \d+, since 20\S+Z\)/)
    expect(await site.published()).toEqual(good)
  })

  test('articles that are gone stop it, unless that is meant', async () => {
    const articles = join(site.newsroom, 'articles')
    await rename(join(articles, '2025/05'), join(site.root, 'kept'))
    const refused = await site.build()
    expect(refused.exitCode).toBe(1)
    expect(refused.output).toMatch(/\d+ of the \d+ articles that were published last are gone/)
    expect(await site.published()).toEqual(good)
    const accepted = await site.build({}, ['--accept-loss'])
    expect(accepted.exitCode, accepted.output).toBe(0)
    expect(existsSync(join(site.dist, 'city/bus-fares'))).toBe(false)
    await rename(join(site.root, 'kept'), join(articles, '2025/05'))
    await site.mustBuild()
    expect(await site.published()).toEqual(good)
  })

  test('and pages, though no build remembers them', async () => {
    await rm(join(site.root, '.cache/build'), { recursive: true })
    const articles = join(site.newsroom, 'articles')
    await rename(join(articles, '2025/05'), join(site.root, 'kept'))
    const refused = await site.build()
    expect(refused.exitCode).toBe(1)
    expect(refused.output).toMatch(/\d+ of the \d+ pages that were published last are gone/)
    await rename(join(site.root, 'kept'), join(articles, '2025/05'))
    await site.mustBuild()
    expect(await site.published()).toEqual(good)
  })

  describe.each([
    ['empty', (path: string) => truncate(path)],
    ['garbage', (path: string) => writeFile(path, 'garbage '.repeat(200))],
    ['garbage of the same size', overwrite],
    ['another in one bit, with their times', (path: string) => keepingTime(path, flipBit)],
    ['shorter, with their times', (path: string) => keepingTime(path, (bytes) => bytes.subarray(0, -7))],
    ['of swapped halves, with their times', (path: string) => keepingTime(path, swapHalves)],
  ])('caches that are %s', (_kind, damage) => {
    test.each([
      ['what Astro knows of articles', /data-store\.json$/],
      ['what the workspace knows', /\/manifest$/],
      ['what the desk has read', /\/readings$/],
      ['what is related', /\/related$/],
      ['what the verifier knows', /\/facts$/],
      ['pages', /\/dist\/.*\.html$/],
      ['scripts and search', /\/dist\/(_astro|pagefind)\//],
      ['scaled pictures', /\/assets\//],
      ['fonts', /\/fonts\//],
      ['the web desk', /\/web-desk\//],
      ['the sitemap', /\/sitemap\//],
      ['sound pictures', /\/pictures$/],
      ['social cards', /\/cards\//],
      ['compressed texts', /\/compressed\//],
      ['search indexes', /\/dist\/pagefind\//],
      ['what search has left', /\/indexes$/],
      ['what was published last', /\/published$/],
      ['what Astro generates', /^\.astro\/.*\.(mjs|ts|json)$/],
      ['everything', /./],
    ])('are not trusted: %s', async (_what, pattern) => {
      const files = (await cachesOf(site)).filter((file) => pattern.test(file))
      expect(files).not.toEqual([])
      for (const file of files) await damage(join(site.root, file))
      await site.mustBuild()
      expect(await site.published()).toEqual(good)
    })
  })

  afterAll(() => site.remove())
})

describe('on a full disk', () => {
  const DISK = resolve('.cache/test/small-disk')
  const SIZE = 96
  let site: SoakSite
  let good: Record<string, string>
  let edited: Record<string, string>
  beforeAll(async () => {
    await rm(DISK, { recursive: true, force: true })
    await mkdir(DISK, { recursive: true })
    asRoot('mount', '-t', 'tmpfs', '-o', `size=${SIZE}m,mode=1777`, 'tmpfs', DISK)
    site = await SoakSite.in(join(DISK, 'site'))
    await site.edit()
    await site.mustBuild()
    edited = await site.published()
    await site.takeBack()
    await site.mustBuild()
    good = await site.published()
  })
  afterEach(() => site.takeBack())
  afterAll(() => asRoot('umount', '-l', DISK))

  test.each([0, 8, 64, 256, 1024, 2048, 4096])(
    'with %d KiB left: the last site stays, the next build needs no help',
    async (left) => {
      await site.edit()
      const ballast = join(DISK, 'ballast')
      fillDisk(DISK, ballast, left)
      const { exitCode, output } = await site.build()
      const published = await site.published()
      await rm(ballast)
      await site.takeBack()
      if (exitCode !== 0) expect(published, output).toEqual(good)
      else expect(published).toEqual(edited)
      if (left === 0) expect(exitCode).toBe(1)
      await site.mustBuild()
      expect(await site.published()).toEqual(good)
      expect(await leftovers(site)).toEqual([])
    },
  )

  test('where no file may grow: the last site stays', async () => {
    await site.edit()
    const command = 'ulimit -f 16; trap "" XFSZ; exec npx astro build'
    expect(() =>
      execFileSync('bash', ['-c', command], { cwd: site.root, env: site.env, stdio: 'pipe' }),
    ).toThrow()
    expect(await site.published()).toEqual(good)
    await site.takeBack()
    await site.mustBuild()
    expect(await site.published()).toEqual(good)
  })
})

test('a target that cannot be written to is told, and stays as it is', async () => {
  const target = resolve('.cache/test/read-only-target')
  await rm(target, { recursive: true, force: true })
  const site = await SoakSite.in('.cache/test/soak-user', { dist: join(target, 'site') })
  await site.mustBuild()
  const good = await site.published()
  await site.edit()
  await chmod(target, 0o555)
  // Root may write anywhere: then it is the mount that is read-only.
  const isRoot = process.getuid?.() === 0
  if (isRoot) {
    asRoot('mount', '--bind', target, target)
    asRoot('mount', '-o', 'remount,bind,ro', target)
  }
  try {
    const { exitCode, output } = await site.build()
    expect(exitCode).toBe(1)
    expect(output).toContain('See that its folder may be written to')
    expect(await site.published()).toEqual(good)
  } finally {
    if (isRoot) asRoot('umount', target)
    await chmod(target, 0o755)
  }
  const output = await site.mustBuild()
  expect(await site.published(), output).not.toEqual(good)
  await site.remove()
  await rm(target, { recursive: true })
})

/** As a failing disk does, or an archive that is carried about: no time tells of it. */
async function keepingTime(path: string, change: (bytes: Buffer) => Uint8Array): Promise<void> {
  const { atime, mtime } = await stat(path)
  await writeFile(path, change(await readFile(path)))
  await utimes(path, atime, mtime)
}

/** Of a letter or digit, where there is one, so that what holds it can still be read. */
function flipBit(bytes: Buffer): Uint8Array {
  const place = bytes.findIndex(
    (byte, i) => i >= bytes.length / 2 && /[a-z0-9]/i.test(String.fromCharCode(byte)),
  )
  const at = place === -1 ? Math.floor(bytes.length / 2) : place
  return bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
}

function swapHalves(bytes: Buffer): Uint8Array {
  const half = Math.floor(bytes.length / 2)
  return Buffer.concat([bytes.subarray(half), bytes.subarray(0, half)])
}

async function overwrite(path: string): Promise<void> {
  const { size } = await stat(path)
  await writeFile(path, Buffer.alloc(size, 'garbage '))
}

/** So that there is all that a build keeps. */
async function giveAll({ newsroom }: SoakSite): Promise<void> {
  const config = join(newsroom, 'src/site.config.ts')
  const text = await readFile(config, 'utf8')
  await writeFile(
    config,
    text.replace(
      'defineSite({',
      `$&\n  precompressed: true,\n  webDesk: { backend: 'github', repo: 'outlet/news' },`,
    ),
  )
}

/** Files that one build leaves for the next. */
async function cachesOf({ root }: SoakSite): Promise<string[]> {
  const below = await Promise.all(
    ['.cache', '.astro', 'newsroom/.cache'].map(async (folder) =>
      existsSync(join(root, folder))
        ? (await filesOf(join(root, folder))).map((file) => join(folder, file))
        : [],
    ),
  )
  return below.flat().filter((file) => !file.endsWith('.lock'))
}

/** What stands beside the site and is no part of the checkout. */
async function leftovers({ root }: SoakSite): Promise<string[]> {
  return (await readdir(root)).filter((name) => /^\..+-(next|last)$/.test(name))
}
