import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FIXTURE_EPOCH } from '../support/build.ts'
import { SoakSite } from '../support/soak-site.ts'
import { leaksIn } from '../support/unpublished.ts'

/** An article, a withdrawal and a correction, all due at one moment. */
const ARTICLES = ['2025/07/embargoed.md', '2025/05/night-bus.md', '2025/06/library-hours.md']
const AFTER = { SOURCE_DATE_EPOCH: String(Number(FIXTURE_EPOCH) + 1) }

test('no byte of an embargoed article stays: beside a preview, nor when it is pulled back after it was out', async () => {
  const site = await SoakSite.in('.cache/test/soak-embargo')
  onTestFinished(() => site.remove())
  const preview = await site.build({}, ['--preview'])
  expect(preview.exitCode, preview.output).toBe(0)
  await site.mustBuild()
  const before = await site.published()
  expect(await leaksBeside(site)).toEqual([])

  await site.mustBuild(AFTER)
  expect((await leaksBeside(site)).length).toBeGreaterThan(0)

  for (const article of ARTICLES) {
    const path = join(site.newsroom, 'articles', article)
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('2025-07-01T00:00:01', '2025-07-02T00:00:01'))
  }
  const pulled = await site.build(AFTER, ['--accept-loss'])
  expect(pulled.exitCode, pulled.output).toBe(0)
  expect(await leaksIn(site.dist)).toEqual([])
  // The release before this one is brought up to date by the next.
  const again = await site.build(AFTER, ['--accept-loss'])
  expect(again.exitCode, again.output).toBe(0)
  expect(await leaksBeside(site)).toEqual([])

  await site.takeBack()
  await site.mustBuild()
  expect(await site.published()).toEqual(before)
})

/** In all that builds for readers have left, the site and every cache: nothing of the preview's. */
async function leaksBeside({ root, newsroom }: SoakSite): Promise<string[]> {
  const caches = [join(root, '.cache'), join(newsroom, '.cache')].filter((folder) => existsSync(folder))
  const kept = await Promise.all(
    caches.map(async (folder) =>
      (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.name !== 'preview'),
    ),
  )
  const folders = kept
    .flat()
    .flatMap((entry) => (entry.isDirectory() ? [join(entry.parentPath, entry.name)] : []))
  const releases = (await readdir(root))
    .filter((name) => /^\.dist-[ab]$/.test(name))
    .map((name) => join(root, name))
  return (await Promise.all([...folders, ...releases].map((folder) => leaksIn(folder)))).flat()
}
