import { existsSync } from 'node:fs'
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf } from '../support/sites.ts'
import { SoakSite } from '../support/soak-site.ts'

let site: SoakSite
let good: Record<string, string>
beforeAll(async () => {
  site = await SoakSite.in('.cache/test/damaged')
  await site.mustBuild()
  good = await site.published()
})
afterAll(() => site.remove())

/** Changes one bit, and neither size nor time. */
async function flipBit(file: string): Promise<void> {
  const { atime, mtime } = await stat(file)
  const bytes = await readFile(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(file, bytes)
  await utimes(file, atime, mtime)
}

async function firstIn(folder: string, pattern = /./): Promise<string> {
  const file = (await filesOf(folder)).filter((file) => pattern.test(file)).sort()[0]
  if (file === undefined) throw new Error(`There is no file like ${pattern} in ${folder}.`)
  return join(folder, file)
}

test('one bit in each thing that a build keeps is not published, and does not stay', async () => {
  const workspace = join(site.root, '.cache/build/dist')
  const newsroom = join(site.newsroom, '.cache')
  const files = [
    ...['bundle', 'data-store.json', 'manifest', 'facts', 'indexes', 'published'].map((name) =>
      join(workspace, name),
    ),
    ...['readings', 'pictures', 'related'].map((name) => join(newsroom, name)),
    await firstIn(join(workspace, 'assets'), /\.webp$/),
    await firstIn(join(workspace, 'bundled/program'), /prerender-entry/),
    await firstIn(join(workspace, 'bundled/site'), /\.css$/),
    await firstIn(join(workspace, 'fonts')),
    await firstIn(join(workspace, 'compressed')),
    await firstIn(join(workspace, 'sitemap')),
    await firstIn(join(workspace, 'dist'), /^city\/.*\.html$/),
    await firstIn(join(workspace, 'dist/pagefind'), /fragment/),
    await firstIn(join(newsroom, 'cards')),
    await firstIn(join(newsroom, 'fonts')),
  ]
  for (const file of files) await flipBit(file)
  await site.mustBuild()
  expect(await site.published()).toEqual(good)
  await site.mustBuild()
  expect(await site.published()).toEqual(good)
})

test('nothing lies among the caches that no row of src/cache/caches.ts, nor the manifest, knows', async () => {
  expect((await readdir(join(site.newsroom, '.cache'))).sort()).toEqual([
    'cards',
    'fonts',
    'pictures',
    'readings',
    'related',
  ])
  expect((await readdir(join(site.root, '.cache/build/dist'))).sort()).toEqual([
    ...['assets', 'bundle', 'bundled', 'compressed', 'data-store.json', 'dist', 'facts', 'fonts'],
    ...['indexes', 'manifest', 'published', 'sitemap'],
  ])
})

test('a bit of what is published is found by a build that reads all of it, told and mended', async () => {
  const files = ['index.html', 'rss.xml', 'about/index.html'].filter((file) =>
    existsSync(join(site.dist, file)),
  )
  for (const file of files) await flipBit(join(site.dist, file))
  const { exitCode, output } = await site.build({}, ['--verify-all'])
  expect(exitCode, output).toBe(0)
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) expect(output).toContain(`${file} is not what was published`)
  expect(await site.published()).toEqual(good)
})
