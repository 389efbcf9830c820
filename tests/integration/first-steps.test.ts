import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { build, FIXTURE_EPOCH } from '../support/build.ts'
import { FIXTURE } from '../support/sites.ts'

const env = { SOURCE_DATE_EPOCH: FIXTURE_EPOCH }

test('one’s own outlet in place of another’s is no loss; one’s own articles that are gone are', async () => {
  const root = await mkdtemp(join(tmpdir(), 'warta-first-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const newsroom = join(root, 'news')
  const outDir = join(root, 'site')
  const built = (rest = {}) =>
    build({ newsroom, outDir, env: { ...env, CACHE_DIR: join(root, 'caches') }, ...rest })
  await cp(FIXTURE, newsroom, { recursive: true })
  expect((await built()).exitCode).toBe(0)

  const config = join(newsroom, 'src/site.config.ts')
  const text = await readFile(config, 'utf8')
  const own = text
    .replace("'The Fixture'", "'Our Own'")
    .replace('https://fixture.example/', 'https://own.example/')
  await rm(join(newsroom, 'articles'), { recursive: true })
  await mkdir(join(newsroom, 'articles'))
  await writeFile(join(newsroom, 'articles/first.md'), articleOf('Our first'))
  await rm(join(newsroom, 'src/content/breaking.yml'))
  // The page of the sample leads to an article of the sample's, as the line of breaking news does.
  await writeFile(
    join(newsroom, 'src/content/pages/about.md'),
    '---\ntitle: About\ndescription: About us\n---\nWords.\n',
  )
  const unchanged = await built()
  expect(unchanged.exitCode).toBe(1)
  expect(unchanged.output).toMatch(/that were published last are gone/)

  await writeFile(config, own)
  const { exitCode, output } = await built()
  expect(exitCode, output).toBe(0)
  expect(await readFile(join(outDir, 'city/first/index.html'), 'utf8')).toContain('Our first')
})

function articleOf(title: string): string {
  const fields = [`title: ${title}`, 'description: News', 'category: city', 'authors: [ana]']
  return `---\n${fields.join('\n')}\npublishedAt: 2025-06-20T08:00\n---\nWords.\n`
}
