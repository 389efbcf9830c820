import { execFileSync } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkNewsroom } from '#desk/check.ts'
import { newsroomFolder } from '#desk/folder.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { readSite } from '#desk/read-site.ts'
import { en } from '#i18n/en.ts'
import { articleFile } from '../support/article-file.ts'
import { build } from '../support/build.ts'
import { BRANCH, REPOSITORY, startGitea, type TestGitea } from '../support/gitea.ts'
import { open, refused } from '../support/pages.ts'
import { preview, type Preview } from '../support/preview.ts'
import { filesOf, FIXTURE, FIXTURE_DIST, SAMPLE_DIST } from '../support/sites.ts'
import { signIn } from '../support/web-desk.ts'

const NEWSROOM = '.cache/test/web-desk-newsroom'
const OUT = '.cache/test/web-desk'
const BASE = '/daily/'
/** 10 July 2025; the articles of the test are dated around it. */
const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2025, 6, 10) / 1000) }

const OLD = 'articles/2025/07/bank.md'
/** What a rich text editor would not leave alone. */
const OLD_BODY = `Nobody *owns* it.[^1]

![Green](./bank-1.png "Upstream | Ana")
![Brown](./bank-2.png "In town")

> [!pull]
> Nobody will.
>
> -- Ana

| Place | Depth |
| :---- | ----: |
| North |   9 m |

[^1]: As a *note*.
`

const ENTRY = 'articles/2025/07/quay/live/2025-07-04-2230.md'

let gitea: TestGitea
let site: Preview

beforeAll(async () => {
  await Promise.all([NEWSROOM, OUT].map((folder) => rm(folder, { recursive: true, force: true })))
  await writeNewsroom()
  git('init', '--quiet', '--initial-branch', BRANCH)
  git('config', 'user.name', 'The desk')
  git('config', 'user.email', 'desk@fixture.example')
  gitea = await startGitea(NEWSROOM)
  await writeConfig(gitea.url)
  commitAll('A newsroom')
  const { exitCode, output } = await build({ newsroom: NEWSROOM, outDir: OUT, env })
  expect(exitCode, output).toBe(0)
  site = await preview(OUT, BASE)
}, 240_000)
afterAll(() => Promise.all([gitea.close(), site.close()]))

async function writeNewsroom() {
  const files: Record<string, string> = {
    '.gitignore': '.cache/',
    'src/content/authors/budi.yml': 'name: Budi',
    'src/content/categories/politics.yml': 'name: Politics',
    // Its date has no zone: it is Jakarta's.
    [OLD]: articleFile({ title: 'The bank' }, OLD_BODY),
    'articles/2025/07/quay.md': articleFile({
      title: 'A day at the quay',
      live: '{ state: ended, from: 2025-07-04T22:00, until: 2025-07-05T02:00 }',
    }),
    [ENTRY]: 'The first boat is in.\n',
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(NEWSROOM, path)), { recursive: true })
    await writeFile(join(NEWSROOM, path), content)
  }
  for (const name of ['bank-1.png', 'bank-2.png']) {
    await cp(join(FIXTURE, 'articles/2025/05/river-walk', name), join(NEWSROOM, dirname(OLD), name))
  }
}

async function writeConfig(url: string) {
  const config = {
    name: 'The Desk',
    tagline: 'News',
    url: `https://desk.example${BASE}`,
    locale: 'en',
    webDesk: { backend: 'gitea', repo: REPOSITORY, apiRoot: `${url}/api/v1`, baseUrl: url },
  }
  await writeFile(join(NEWSROOM, 'src/site.config.ts'), `export default ${JSON.stringify(config)}`)
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: NEWSROOM, encoding: 'utf8' })
}

function commitAll(message: string) {
  git('add', '.')
  git('commit', '--quiet', '--message', message)
}

/** What the newest commit says and holds: message, then files. */
function lastCommit(): string[] {
  return git('show', '--format=%s', '--name-only', 'HEAD').split('\n').filter(Boolean)
}

describe('the page', () => {
  test('holds its policy before all that it concerns, and is for no search engine', async () => {
    const html = await readFile(join(OUT, 'admin/index.html'), 'utf8')
    expect(html).toMatch(/<head>\s*<meta charset="utf-8">\s*<meta http-equiv="content-security-policy"/)
    expect(html).toContain(`connect-src &#39;self&#39; blob: data: ${gitea.url};`)
    expect(html).toContain('<meta name="robots" content="noindex">')
    const sitemaps = (await filesOf(OUT)).filter((file) => file.startsWith('sitemap'))
    expect(sitemaps).toHaveLength(2)
    for (const file of sitemaps) expect(await readFile(join(OUT, file), 'utf8')).not.toContain('/admin/')
  })

  test('says that it needs scripts where there are none', async () => {
    const withoutScripts = await open(`${site.url}admin/`, { javaScriptEnabled: false })
    const text = await withoutScripts.locator('body').textContent()
    expect(text?.trim()).toBe(en.webDesk.needsScripts)
  })

  test('names nothing that the newsroom has written', async () => {
    const config = await readFile(join(OUT, 'admin/config.json'), 'utf8')
    for (const word of ['Budi', 'budi', 'Politics', 'bank']) expect(config).not.toContain(word)
  })

  test.each([FIXTURE_DIST, SAMPLE_DIST])('is not in %s, whose config names no repository', async (dist) => {
    const files = await filesOf(dist)
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter((file) => /admin|desk|sveltia/i.test(file))).toEqual([])
  })
})

test('an author elsewhere writes an article with a picture, schedules it, and mends an old one', async () => {
  const desk = await signIn(`${site.url}admin/`, gitea.url)

  await desk.page.getByRole('button', { name: 'Create New Entry' }).click()
  await desk.fill({
    title: 'A ferry with a second deck: what it carries',
    description: 'More room, from Monday.',
    publishedAt: '2025-07-15T07:08',
  })
  await desk.field('category').getByRole('radio', { name: 'Politics' }).click()
  await desk.field('authors').getByRole('checkbox', { name: 'Budi' }).click()
  await desk.choosePicture('Foto Kapal (1).jpg', await photograph())
  await desk
    .field('image')
    .getByRole('textbox', { name: 'What the picture shows' })
    .fill('A ferry at the quay')
  await desk.write('It has two decks.', 'It leaves at six.')
  await desk.save()

  const [message, ...files] = lastCommit()
  expect(message).toContain('a-ferry-with-a-second-deck-what-it-carries')
  const slug = /^articles\/(\d{4}\/\d{2}\/a-ferry-with-a-second-deck-what-it-carries)\.md$/
  const file = files.find((path) => slug.test(path)) ?? expect.fail(`no article in ${files}`)
  const picture = file.replace(/\.md$/, '/foto-kapal-1.webp')
  expect(files.sort()).toEqual([file, picture].sort())
  expect(await sharp(join(NEWSROOM, picture)).metadata()).toMatchObject({ format: 'webp', width: 2400 })
  const written = {
    title: 'A ferry with a second deck: what it carries',
    description: 'More room, from Monday.',
    category: 'politics',
    authors: ['budi'],
    publishedAt: '2025-07-15T07:08:00-04:00',
    draft: true,
    image: {
      src: './a-ferry-with-a-second-deck-what-it-carries/foto-kapal-1.webp',
      alt: 'A ferry at the quay',
    },
  }
  expect(await read(file)).toEqual([written, 'It has two decks.\n\nIt leaves at six.'])

  await desk.goTo(slug.exec(file)?.[1] ?? '')
  expect(await desk.field('publishedAt').getByRole('textbox').inputValue()).toBe('2025-07-15T07:08')
  await desk.field('draft').getByRole('radio', { name: 'No', exact: true }).click()
  await desk.fill({ title: 'The ferry has a second deck' })
  await desk.save()
  expect(lastCommit().slice(1)).toEqual([file])
  const scheduled = { ...written, title: 'The ferry has a second deck', draft: false }
  expect(await read(file)).toEqual([scheduled, 'It has two decks.\n\nIt leaves at six.'])

  const [before] = await read(OLD)
  await desk.goTo('2025/07/bank')
  await desk.fill({ title: 'The bank is ours' })
  await desk.save()
  expect(lastCommit().slice(1)).toEqual([OLD])
  // Emphasis may be written with either sign.
  expect(await read(OLD)).toEqual([
    { ...before, title: 'The bank is ours' },
    OLD_BODY.replace(/\*(\w+)\*/g, '_$1_').trim(),
  ])

  expect(desk.letThrough).toEqual([])
  expect(desk.refused.length).toBeGreaterThan(0)
  // Its policy refuses what it would fetch from others, and nothing else.
  for (const line of refused()) expect(line).toContain(', https://')
}, 300_000)

test('an entry of live coverage is mended where it lies', async () => {
  const desk = await signIn(`${site.url}admin/`, gitea.url)
  const path = ENTRY.replace(/^articles\/|\.md$/g, '')
  await desk.page.goto(`${site.url}admin/#/collections/entries/entries/${path}`)
  await desk.field('title').getByRole('textbox').waitFor()
  await desk.fill({ title: 'The first boat' })
  await desk.page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => lastCommit().slice(1), { timeout: 30_000 }).toEqual([ENTRY])
  const [fields, text] = await read(ENTRY)
  expect(fields).toMatchObject({ title: 'The first boat' })
  expect(text).toBe('The first boat is in.')
  refused()
}, 120_000)

test('entries of live coverage are begun in the desk, also two within one minute', async () => {
  const desk = await signIn(`${site.url}admin/`, gitea.url)
  await desk.page.goto(`${site.url}admin/#/collections/live`)
  for (const words of ['The second boat is in.', 'So is the third.']) {
    // An empty list has a second one.
    await desk.page.getByRole('button', { name: 'Create New Entry' }).first().click()
    await desk.field('Live coverage').getByRole('radio', { name: 'A day at the quay' }).click()
    // Of an author in New York.
    await desk.fill({ When: '2025-07-04T11:40' })
    await desk.write(words)
    await desk.save()
    const [file = '', ...others] = lastCommit().slice(1)
    expect(file).toMatch(/^src\/content\/live\/\d{4}-\d{2}-\d{2}-\d{6}\.md$/)
    expect(others).toEqual([])
    expect(await read(file)).toEqual([{ coverage: 'quay', at: '2025-07-04T11:40:00-04:00' }, words])
  }
  refused()
}, 180_000)

test('the desk finds no error in what was written', async () => {
  const folder = newsroomFolder(NEWSROOM)
  const problems = await checkNewsroom(await readNewsroom(folder), await readSite(folder))
  expect(problems).toEqual([])
})

test('it builds, the scheduled article held back until its moment', async () => {
  const early = await build({ newsroom: NEWSROOM, outDir: OUT, env })
  expect(early.exitCode, early.output).toBe(0)
  expect(early.output).toMatch(/until 2025-07-15T18:08:00\+07:00\s+The ferry has a second deck/)
  expect((await filesOf(OUT)).filter((file) => file.includes('ferry'))).toEqual([])
  const quay = await readFile(join(OUT, 'politics/quay/index.html'), 'utf8')
  const places = ['So is the third.', 'The second boat is in.', 'The first boat is in.'].map((words) =>
    quay.indexOf(words),
  )
  expect(places.every((place) => place > 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
})

/** Front matter and text of a file in the newsroom. */
async function read(path: string): Promise<[fields: Record<string, unknown>, body: string]> {
  const [, fields = '', body = ''] =
    /^---\n(.*?)\n---\n(.*)$/s.exec(await readFile(join(NEWSROOM, path), 'utf8')) ?? []
  return [parse(fields), body.trim()]
}

/** As a telephone takes it. */
function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#335577' } })
    .jpeg()
    .toBuffer()
}
