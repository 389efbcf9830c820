import { chmod, mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { digestsOf } from '../support/sites.ts'
import { asRoot, SoakSite } from '../support/soak-site.ts'

const PLACES = [
  { TZ: 'Asia/Jayapura', LANG: 'tr_TR.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8' },
  { TZ: 'Africa/Cairo', LANG: 'C' },
]

/** All that names a locale for a program. */
function locale(LANG: string) {
  return { LANG, LC_ALL: LANG, LANGUAGE: LANG.slice(0, 2) }
}

describe.each([
  ['the fixture’s moment', FIXTURE_EPOCH],
  ['a second beyond what 32 bits count', String(2 ** 31)],
  ['20 January 2038', String(Date.UTC(2038, 0, 20) / 1000)],
  ['29 February 2096, a leap day', String(Date.UTC(2096, 1, 29, 12) / 1000)],
  ['1 January 2100', String(Date.UTC(2100, 0, 1) / 1000)],
])('at %s', (_when, SOURCE_DATE_EPOCH) => {
  let site: SoakSite
  let reference: Record<string, string>
  beforeAll(async () => {
    site = await SoakSite.in('.cache/test/soak-clock', {
      env: { SOURCE_DATE_EPOCH, TZ: 'UTC', ...locale('en_US.UTF-8') },
    })
    await site.mustBuild()
    reference = await site.published()
  })

  test.each(PLACES)('the same bytes with %o', async ({ TZ, LANG }) => {
    await rm(join(site.root, '.cache'), { recursive: true })
    await site.mustBuild({ TZ, ...locale(LANG) })
    expect(await site.published()).toEqual(reference)
  })

  test('what is due is published', async () => {
    const feed = await readFile(join(site.dist, 'rss.xml'), 'utf8')
    expect(feed.includes('Quuxembargo title')).toBe(SOURCE_DATE_EPOCH !== FIXTURE_EPOCH)
    const sitemap = await readFile(join(site.dist, 'sitemap-0.xml'), 'utf8')
    expect(sitemap).not.toMatch(/Invalid|NaN|19\d\d-/)
  })

  afterAll(() => site.remove())
})

test('the same bytes on a path with blanks and letters of many alphabets', async () => {
  const site = await SoakSite.in('.cache/test/soak-plain')
  await site.mustBuild()
  const odd = await SoakSite.in('.cache/test/Redaksi kita — новости 新聞 عربي é')
  await odd.mustBuild()
  expect(await odd.published()).toEqual(await site.published())
  await Promise.all([site.remove(), odd.remove()])
})

test('another user builds from a checkout that it may not write to, the same bytes', async () => {
  const site = await SoakSite.in('.cache/test/soak-read-only')
  await site.mustBuild()
  const writable = resolve('.cache/test/soak-writable')
  await rm(writable, { recursive: true, force: true })
  for (const folder of [writable, join(site.root, '.astro')]) {
    await mkdir(folder, { recursive: true })
    await chmod(folder, 0o777)
  }
  await rm(join(site.root, '.cache'), { recursive: true })
  const isRoot = process.getuid?.() === 0
  // Root may write anywhere: then it is another user, whom nothing of the checkout belongs to.
  const as = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : []
  asRoot('chown', '-R', isRoot ? '0:0' : `${process.getuid?.()}`, site.root)
  asRoot('chmod', '-R', 'a+rX,a-w', site.root)
  asRoot('chmod', '-R', 'a+rwX', join(site.root, '.astro'))
  const dist = join(writable, 'dist')
  const env = {
    SOURCE_DATE_EPOCH: FIXTURE_EPOCH,
    CACHE_DIR: join(writable, 'caches'),
    HOME: writable,
  }
  const options = { newsroom: site.newsroom, cwd: site.root, outDir: dist, env, as }
  for (let time = 0; time < 2; time++) {
    const { exitCode, output } = await build(options)
    expect(exitCode, output).toBe(0)
    expect(await digestsOf(dist)).toEqual(await site.published())
  }
  asRoot('chmod', '-R', 'u+w', site.root)
  await site.remove()
  asRoot('rm', '-r', writable)
})
