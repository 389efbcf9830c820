import { appendFile, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { pagesMade, startBuild } from '../support/build.ts'
import { EditedSite } from '../support/edited-site.ts'
import { CONFIG_EDITS, CONTENT_EDITS, LOOKS_EDITS } from '../support/edits.ts'
import { digestsOf, filesOf } from '../support/sites.ts'

/** Edits of the program, most of the config and of the theme, and other seeds, are dealt in tests/soak/incremental.test.ts. */
const SEED = Number(process.env.EDITS_SEED ?? 3)
const PATIENCE = 300_000

const site = new EditedSite('.cache/test/incremental', SEED)
const { dist, newsroom, bench } = site

beforeAll(() => site.begin(), PATIENCE)

describe('what a build makes anew', () => {
  test(
    'is what has no key, when nothing has changed',
    async () => {
      const before = await digestsOf(dist)
      expect(pagesMade(await site.mustBuild()).sort()).toEqual(await pagesWithoutKeys())
      expect(await digestsOf(dist)).toEqual(before)
    },
    PATIENCE,
  )

  test(
    'is one page more, when a body has, and the feeds with its text',
    async () => {
      await appendFile(join(newsroom, 'articles/2025/06/harbour-opens.md'), '\nOne sentence more.\n')
      const without = await pagesWithoutKeys()
      const made = pagesMade(await site.mustBuild()).filter((path) => !without.includes(path))
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
  const path = 'the site lies on another path'
  const [font, component] = ['the theme has another font', 'and stands around the program’s'] as const
  const hands = [
    ...site.deal(CONTENT_EDITS, 2),
    ...site.deal({ [path]: CONFIG_EDITS[path] }, 1),
    ...site.deal({ [font]: LOOKS_EDITS[font], [component]: LOOKS_EDITS[component] }, 1),
  ]
  test.each(hands)('%s', (_, hand) => site.mustEqualClean(hand), PATIENCE)
})

test(
  'a build that is killed leaves the last site, and nothing of itself for the next one',
  async () => {
    const before = await digestsOf(dist)
    const about = join(newsroom, 'src/content/pages/about.md')
    await cp(about, `${about}.kept`)
    await CONTENT_EDITS['the page about the outlet changes']?.(bench)
    await killWhileMakingPages()
    expect(await digestsOf(dist)).toEqual(before)
    await cp(`${about}.kept`, about)
    await rm(`${about}.kept`)
    await site.mustBuild()
    expect(await digestsOf(dist)).toEqual(before)
    expect((await filesOf(site.root)).filter((file) => /^\.\w+-(next|last)\//.test(file))).toEqual([])
  },
  PATIENCE,
)

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
  const child = startBuild(site.options(), { ownGroup: true })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    if (pagesMade(output).length > 3 && child.pid) process.kill(-child.pid, 'SIGKILL')
  })
  const signal = await new Promise((done) => child.on('close', (_, signal) => done(signal)))
  expect(signal, output).toBe('SIGKILL')
}
