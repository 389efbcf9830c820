import { execFile } from 'node:child_process'
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, FIXTURE_EPOCH, pagesMade, projectEnv } from '../support/build.ts'
import { digestsOf, filesOf, readFixture } from '../support/sites.ts'
import { makeThemedNewsroom, THEME, writeTheme } from '../support/themed-newsroom.ts'

/** Above it no folder has packages. */
let root: string
let newsroom: string
let dist: string
beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'warta-themed-')))
  newsroom = join(root, 'news')
  dist = join(root, 'dist')
  await makeThemedNewsroom(newsroom)
  await mustBuild()
})
afterAll(() => rm(root, { recursive: true }))

async function run() {
  const env = { SOURCE_DATE_EPOCH: FIXTURE_EPOCH, CACHE_DIR: join(root, 'caches') }
  return build({ newsroom, outDir: dist, env })
}

async function mustBuild(): Promise<string> {
  const { exitCode, output } = await run()
  expect(exitCode, output).toBe(0)
  return output
}

const read = (file: string) => readFile(join(dist, file), 'utf8')

async function styles(): Promise<string> {
  const files = (await filesOf(dist)).filter((file) => file.endsWith('.css'))
  return (await Promise.all(files.map(read))).join('\n')
}

describe('an outlet’s theme is in all that a reader sees', () => {
  test('its colours, sizes and widths are in the pages’ style sheet', async () => {
    const css = await styles()
    for (const value of [
      '--paper:#fff1e5',
      '--paper:#1a1a22',
      '--picture:brightness(.7)',
      '--size-headline:3rem',
      '--line-headline:1.05',
      '--width-measure:36rem',
    ])
      expect(css).toContain(value)
    expect(css).not.toContain('--paper:#fff;')
  })

  test('browsers colour their bars by it, phones their home screen, and feeds are shown in it', async () => {
    const html = await read('index.html')
    const bars = [...html.matchAll(/<meta name="theme-color"[^>]*content="(#\w+)"/g)].map(
      ([, colour]) => colour,
    )
    expect(bars).toEqual([THEME.light.paper, THEME.dark.paper])
    const manifest = JSON.parse(await read('site.webmanifest'))
    expect([manifest.theme_color, manifest.background_color]).toEqual([THEME.light.paper, THEME.light.paper])
    expect(await read('feed.css')).toContain('--paper: light-dark(#fff1e5, #1a1a22);')
  })

  test('a font of its own is served, in place of the program’s', async () => {
    const html = await read('index.html')
    expect(html).toMatch(/--font-serif:"Own Serif-\w+","Own Serif-\w+ fallback: Times New Roman"/)
    expect(html).not.toContain('STIX')
    const own = await readFile(join(newsroom, 'src/fonts/own.woff2'))
    const served = (await filesOf(dist)).filter((file) => file.endsWith('.woff2'))
    const bytes = await Promise.all(served.map((file) => readFile(join(dist, file))))
    expect(bytes.some((each) => each.equals(own))).toBe(true)
  })

  test('cards have its paper and its font', async () => {
    const card = async (html: string) => {
      const [, src = ''] = /property="og:image" content="[^"]*\/(cards\/\w+\.png)"/.exec(html) ?? []
      return src
    }
    const src = await card(await read('world/far-summit/index.html'))
    expect(src).not.toBe(await card(await readFixture('world/far-summit/index.html')))
    const corner = { left: 1100, top: 500, width: 1, height: 1 }
    const pixel = await sharp(join(dist, src)).extract(corner).removeAlpha().raw().toBuffer()
    expect(`#${pixel.toString('hex')}`).toBe(THEME.light.paper)
  })
})

test('pages are taken over while theme and fonts are the same, and made anew with another font', async () => {
  const before = await digestsOf(dist)
  const few = pagesMade(await mustBuild()).length
  expect(await digestsOf(dist)).toEqual(before)
  const font = join(newsroom, 'src/fonts/own.woff2')
  await writeFile(
    font,
    await readFile('node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'),
  )
  expect(pagesMade(await mustBuild()).length).toBeGreaterThan(few)
  const [name = ''] = /fonts\/\w+\.woff2/.exec(await read('world/far-summit/index.html')) ?? []
  expect((await readFile(join(dist, '_astro', name))).equals(await readFile(font))).toBe(true)
})

test('a theme that cannot be used is told by check and build, and nothing is published', async () => {
  const before = await digestsOf(dist)
  await writeTheme(newsroom, { ...THEME, light: { ...THEME.light, muted: '#b0a090' } })
  const problem =
    /src\/theme\.ts:\d+:\d+ "light\.muted", #b0a090, has a contrast of 2\.\d+:1 on "light\.paper"/
  const { exitCode, output } = await run()
  expect(exitCode).toBe(1)
  expect(output).toMatch(problem)
  expect(await digestsOf(dist)).toEqual(before)
  const check = promisify(execFile)(process.execPath, [resolve('src/cli/news.ts'), 'check'], {
    env: { ...projectEnv(), NEWSROOM: newsroom },
  })
  await expect(check).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(problem) })
})
