import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { contentOf, filesOf, FIXTURE, FIXTURE_DIST, readFixture } from '../support/sites.ts'
import { leaksIn, MARKERS, PLANTED } from '../support/unpublished.ts'

test('the markers are where the test looks for them', async () => {
  const folders = ['articles', 'src/content/authors', 'src/content/series']
  const files = (
    await Promise.all(
      folders.map(async (folder) => (await filesOf(join(FIXTURE, folder))).map((file) => join(folder, file))),
    )
  ).flat()
  const bytes = await Promise.all(files.map((file) => readFile(join(FIXTURE, file), 'latin1')))
  const text = bytes.join('').toLowerCase()
  for (const marker of MARKERS) {
    for (const place of PLANTED) expect(text).toContain(marker + place)
    expect(files.filter((file) => file.includes(marker)).length).toBeGreaterThan(0)
  }
  // What finds nothing in the output must be able to find something.
  expect(await leaksIn(FIXTURE)).toEqual(
    expect.arrayContaining([
      'quuxembargo is the name of articles/2025/07/quuxembargopicture.jpg',
      'quuxembargo is in articles/2025/07/embargoed.comments.json',
      'zorblaxdraft is in articles/2025/06/secret-draft/index.md',
      'src/content/authors/zorblaxdraftphoto.png is an unpublished picture',
    ]),
  )
})

test('nothing of a draft or an embargoed article is published', async () => {
  expect(await leaksIn(FIXTURE_DIST)).toEqual([])
})

test('the search index is looked into, not at', async () => {
  const index = (await filesOf(FIXTURE_DIST)).filter((file) => file.startsWith('pagefind/'))
  const texts = await Promise.all(index.map((file) => contentOf(join(FIXTURE_DIST, file))))
  expect(texts.some((text) => text.includes('several agreements'))).toBe(true)
})

test('a second later the next build releases what was embargoed, the draft not', async () => {
  const outDir = '.cache/test/released'
  const env = { SOURCE_DATE_EPOCH: String(Number(FIXTURE_EPOCH) + 1) }
  const { exitCode, output } = await build({ newsroom: FIXTURE, outDir, env })
  expect(exitCode, output).toBe(0)
  expect(await readFile(join(outDir, 'sport/embargoed/index.html'), 'utf8')).toContain('Quuxembargo body')
  expect(await readFixture('rss.xml')).not.toContain('Quuxembargo')
  expect(await readFile(join(outDir, 'rss.xml'), 'utf8')).toContain('Quuxembargo title')
  const news = await readFile(join(outDir, 'news-sitemap.xml'), 'utf8')
  expect(news).toContain('<news:title>Quuxembargo title</news:title>')
  const leaks = await leaksIn(outDir)
  expect(
    leaks.filter((leak) => !leak.startsWith('quuxembargo') && !leak.includes('quuxembargopicture')),
  ).toEqual([])
  expect(output).not.toContain('until 2025-')
  expect(output).toMatch(/articles\/2025\/06\/secret-draft\/index\.md +draft +Zorblaxdraft title/)
}, 180_000)
