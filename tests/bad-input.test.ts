import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, type BuildResult, FIXTURE_EPOCH } from './support/build.ts'
import { FIXTURE } from './support/sites.ts'

const BROKEN = '.cache/test/broken-newsroom'
const OUT = '.cache/test/broken'

const good = {
  title: 'A title',
  description: 'A description',
  category: 'world',
  authors: '[ana]',
  publishedAt: '2025-06-01T09:00',
}

function article(fields: Record<string, string | undefined>): string {
  const lines = Object.entries({ ...good, ...fields }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${value}`],
  )
  return `---\n${lines.join('\n')}\n---\n\nText.\n`
}

/** Broken files, and what the report must say of each. */
const CASES: [file: string, content: string, report: string][] = [
  ['articles/no-title.md', article({ title: undefined }), 'articles/no-title.md:1:1 "title" is missing'],
  [
    'articles/bad-date.md',
    article({ publishedAt: '2026-02-30' }),
    'articles/bad-date.md:6:14 "publishedAt" must be a date that exists',
  ],
  [
    'articles/no-author.md',
    article({ authors: '[anna]' }),
    'articles/no-author.md:5:11 author "anna" is not known. Did you mean "ana"?',
  ],
  [
    'articles/no-category.md',
    article({ category: 'wrld' }),
    'articles/no-category.md:4:11 category "wrld" is not known. Did you mean "world"?',
  ],
  [
    'articles/typo.md',
    article({ drfat: 'true' }),
    'articles/typo.md:7:1 "drfat" is not a field. Did you mean "draft"?',
  ],
  ['articles/yaml.md', article({ title: 'One: two' }), 'articles/yaml.md:2:'],
  [
    'articles/no-image.md',
    article({ image: '{ src: ./gone.jpg, alt: Gone }' }),
    'articles/no-image.md:7:15 the image "./gone.jpg" is not there',
  ],
  [
    'articles/outside.md',
    article({ image: '{ src: ../../../package.json, alt: x }' }),
    'articles/outside.md:7:15 the image "../../../package.json" lies outside the newsroom',
  ],
  [
    'articles/one/twin.md',
    article({}),
    'articles/one/twin.md:1:1 the slug "twin" is taken by articles/two/Twin.md too',
  ],
  [
    'articles/two/Twin.md',
    article({}),
    'articles/two/Twin.md:1:1 the slug "Twin" is taken by articles/one/twin.md too',
  ],
  ['articles/page.md', article({}), 'articles/page.md:1:1 the address page/ belongs'],
  [
    'src/content/categories/search.yml',
    'name: Search\n',
    'src/content/categories/search.yml:1:1 the address /search/ belongs to the site itself',
  ],
  ['src/content/authors/x.yml', 'role: none\n', 'src/content/authors/x.yml:1:1 "name" is missing'],
]

let result: BuildResult

beforeAll(async () => {
  await rm(BROKEN, { recursive: true, force: true })
  await cp(FIXTURE, BROKEN, { recursive: true })
  for (const [file, content] of CASES) {
    await mkdir(join(BROKEN, file, '..'), { recursive: true })
    await writeFile(join(BROKEN, file), content)
  }
  await mkdir(OUT, { recursive: true })
  await writeFile(join(OUT, 'index.html'), 'the last good site')
  result = await build({ newsroom: BROKEN, outDir: OUT, env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH } })
})

test('the build fails', () => {
  expect(result.exitCode).toBe(1)
})

test.each(CASES)('%s is named with its line', (_file, _content, report) => {
  expect(result.output).toContain(report)
})

test('the last good site stays as it was', async () => {
  expect(await readFile(join(OUT, 'index.html'), 'utf8')).toBe('the last good site')
})

test('a bad setting is named with its key', async () => {
  const newsroom = '.cache/test/bad-config'
  await rm(newsroom, { recursive: true, force: true })
  await cp(FIXTURE, newsroom, { recursive: true })
  await writeFile(
    join(newsroom, 'src/site.config.ts'),
    `export default { name: 'X', tagline: 'Y', url: 'https://x.example', timeZone: 'Asia/Jakrta', pageSise: {} }`,
  )
  const { exitCode, output } = await build({ newsroom, outDir: OUT })
  expect(exitCode).toBe(1)
  expect(output).toContain('"timeZone" is "Asia/Jakrta", but must be a time zone such as "Asia/Jakarta".')
  expect(output).toContain('"pageSise" is not a setting. Did you mean "pageSize"?')
})
