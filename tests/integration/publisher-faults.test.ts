import { mkdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { SiteMaker } from '#publisher/site-maker.ts'
import { EditedSite } from '../support/edited-site.ts'
import { digestsOf } from '../support/sites.ts'

/** Faults of the machine are in tests/soak/publisher-faults.test.ts. */
const PATIENCE = 600_000
const ARTICLE = 'articles/2025/06/harbour-opens.md'
/** A component of the outlet's own that cannot show every article. */
const OVERRIDE = `---
import Own from '#components/article/Credits.astro'
if (Astro.props.article.title.includes('{')) throw new Error('Nobody has thought of a brace.')
---
<Own {...Astro.props} />
`

const site = new EditedSite('.cache/test/publisher-faults', 3)
const path = join(site.newsroom, ARTICLE)
const config = join(site.root, 'astro.config.mjs')
let maker: SiteMaker
let article: string
let before: Record<string, string>

beforeAll(async () => {
  await site.begin()
  await mkdir(join(site.newsroom, 'src/overrides/article'), { recursive: true })
  await writeFile(join(site.newsroom, 'src/overrides/article/Credits.astro'), OVERRIDE)
  maker = await site.publisher()
  await site.mustPublish(maker)
  article = await readFile(path, 'utf8')
  before = await digestsOf(site.dist)
}, PATIENCE)

/** The next good change is published, and all of it. */
afterEach(async () => {
  await writeFile(path, article)
  await site.mustPublish(maker)
  expect(await digestsOf(site.dist)).toEqual(before)
}, PATIENCE)

afterAll(() => maker.close())

const publish = () => maker.publish({ at: site.bench.clock * 1000 })

test(
  'a component that cannot show one article refuses it, and the next that is right equals a clean build',
  async () => {
    await writeFile(path, article.replace(/^title: .*/m, 'title: "A {brace}"'))
    expect(await publish()).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('src/overrides/article/Credits.astro cannot be rendered: Nobody has'),
    })
    expect(await digestsOf(site.dist)).toEqual(before)
    const mend = () => writeFile(path, article.replace(/^title: .*/m, 'title: "Without one"'))
    await site.mustEqualClean([['mended', mend]], () => site.mustPublish(maker))
  },
  PATIENCE,
)

test(
  'half a file, as an editor or an upload leaves it for a moment',
  async () => {
    const middle = article.indexOf('---', 3) - 10
    for (const text of ['', article.slice(0, middle)]) {
      await truncate(path)
      await writeFile(path, text)
      expect(await publish()).toMatchObject({
        outcome: 'refused',
        problems: expect.arrayContaining([expect.objectContaining({ file: ARTICLE })]),
      })
      expect(await digestsOf(site.dist)).toEqual(before)
    }
  },
  PATIENCE,
)

/** Names of Vim, Emacs, GNOME, Kate, VS Code, Nextcloud, Syncthing, rsync, sshfs, NFS, rclone and browsers. */
test(
  'what editors and sync programs leave beside an article is no part of the site',
  async () => {
    const folder = join(site.newsroom, 'articles/2025/06')
    const names = [
      '.harbour-opens.md.swp',
      'harbour-opens.md~',
      '#harbour-opens.md#',
      '.#harbour-opens.md',
      '.goutputstream-7XK1T3',
      'harbour-opens.md.aB3dE9',
      '.harbour-opens.md.~3c1f',
      '.syncthing.harbour-opens.md.tmp',
      '~syncthing~harbour-opens.md.tmp',
      '.harbour-opens.md.Ab3dE9',
      '.fuse_hidden0000002a00000001',
      '.nfs00000000008a4e2f00000001',
      'harbour-opens.md.1f2e3d4c.partial',
      'harbour-opens.md.crdownload',
    ]
    for (const name of names) await writeFile(join(folder, name), article.slice(0, 40))
    // With which Vim tries whether it may write there.
    await writeFile(join(folder, '4913'), '')
    await site.mustPublish(maker)
    expect(await digestsOf(site.dist)).toEqual(before)
    // One of them takes the article's place, as the last step of a save.
    const saved = article.replace(/^title: .*/m, 'title: Saved in two steps')
    await writeFile(join(folder, '.harbour-opens.md.swp'), saved)
    await rename(join(folder, '.harbour-opens.md.swp'), path)
    await site.mustPublish(maker)
    expect(await readFile(join(site.dist, 'world/harbour-opens/index.html'), 'utf8')).toContain(
      'Saved in two steps',
    )
    for (const name of ['4913', ...names]) await rm(join(folder, name), { force: true })
  },
  PATIENCE,
)

test(
  'a config that names another output folder is refused, and nothing is written there',
  async () => {
    const text = await readFile(config, 'utf8')
    await writeFile(
      config,
      "import own from './src/astro-config.ts'\nexport default { ...own, outDir: './elsewhere' }\n",
    )
    expect(await publish()).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/OUT_DIR names .*dist.*elsewhere/),
    })
    await expect(readFile(join(site.root, 'elsewhere/index.html'))).rejects.toThrow('ENOENT')
    expect(await digestsOf(site.dist)).toEqual(before)
    await writeFile(config, text)
  },
  PATIENCE,
)
