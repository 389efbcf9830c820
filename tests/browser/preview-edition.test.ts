import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { build, type BuildResult, FIXTURE_EPOCH, workspaceFor } from '../support/build.ts'
import { CHECKOUT } from '../support/checkout.ts'
import { withDevServer } from '../support/dev-server.ts'
import { blank, open } from '../support/pages.ts'
import { preview, type Preview } from '../support/preview.ts'
import { filesOf, FIXTURE, FIXTURE_BASE } from '../support/sites.ts'
import { leaksIn, MARKERS } from '../support/unpublished.ts'

const DIST = '.cache/test/guarded'
const PREVIEW = `${DIST}-preview`
const ELSEWHERE = '.cache/test/of-the-environment'
const NOTE = 'Preview for the newsroom'
/** Builds, and a server for authors, on machines with other things to do. */
const PATIENCE = 300_000
const OPTIONS = { newsroom: FIXTURE, outDir: DIST, env: { SOURCE_DATE_EPOCH: FIXTURE_EPOCH } }

let made: BuildResult
let served: Preview
beforeAll(async () => {
  await Promise.all([DIST, PREVIEW].map((folder) => rm(folder, { recursive: true, force: true })))
  made = await build({ ...OPTIONS, args: ['--preview'] })
  expect(made.exitCode, made.output).toBe(0)
  served = await preview(PREVIEW, FIXTURE_BASE)
}, PATIENCE)
afterAll(() => served.close())

const read = (path: string) => readFile(join(PREVIEW, path), 'utf8')

describe('a preview', () => {
  test(
    'lies beside the folder that is published, whatever names that',
    async () => {
      expect(existsSync(DIST)).toBe(false)
      const named = await build({
        ...OPTIONS,
        env: { ...OPTIONS.env, OUT_DIR: '' },
        args: ['--preview', '--outDir', DIST],
      })
      expect(named.exitCode, named.output).toBe(0)
      expect(existsSync(DIST)).toBe(false)
      const twice = await build({ ...OPTIONS, outDir: ELSEWHERE, args: ['--preview', '--outDir', DIST] })
      expect(twice.exitCode).toBe(1)
      expect(twice.output).toContain('Take one of them out: nothing was published.')
      expect([DIST, ELSEWHERE].filter((folder) => existsSync(folder))).toEqual([])
    },
    PATIENCE,
  )

  test('holds drafts and scheduled articles, marked in lists and on their pages', async () => {
    expect(await read('sport/secret-draft/index.html')).toContain('Zorblaxdraft body')
    expect(await read('sport/embargoed/index.html')).toContain('Quuxembargo body')
    const page = await blank()
    for (const [path, badge] of [
      ['sport/secret-draft/', 'Draft'],
      ['sport/embargoed/', 'Scheduled'],
    ] as const) {
      await page.goto(served.url + path)
      // Beside the breadcrumbs.
      const own = page.locator('div:has(+ article.h-entry) [data-unpublished]')
      expect((await own.allTextContents()).map((text) => text.trim())).toEqual([badge])
    }
    await page.goto(served.url)
    const items = await page.evaluate(() =>
      [...document.querySelectorAll('a')]
        .filter((link) => link.textContent.includes('Quuxembargo title'))
        .map((link) => link.closest('article, li')?.textContent),
    )
    expect(items.length).toBeGreaterThan(1)
    for (const item of items) expect(item).toContain('Scheduled')
    expect(await axe(page)).toEqual([])
  })

  test('says so on every page, and asks not to be found', async () => {
    const pages = (await filesOf(PREVIEW)).filter((file) => file.endsWith('.html'))
    const whole = pages.filter((file) => !file.startsWith('fragments/'))
    expect(whole.length).toBeGreaterThan(50)
    for (const file of whole) {
      const html = await read(file)
      expect(html, file).toContain('<meta name="robots" content="noindex"')
      // A redirect is gone before it is read.
      if (!html.includes('http-equiv="refresh"')) expect(html, file).toContain(NOTE)
      expect(html, file).not.toMatch(/rel="alternate"|max-image-preview/)
    }
    expect(await read('robots.txt')).toBe('User-agent: *\nDisallow: /\n')
    expect((await filesOf(PREVIEW)).filter((file) => file.includes('sitemap'))).toEqual([])
  })

  test('is searched', async () => {
    const page = await open(`${served.url}search/?q=zorblaxdraft`)
    await page.locator('main').getByText('Zorblaxdraft title').first().waitFor()
  })

  test('tells what it shows that readers do not get', () => {
    expect(made.output).toContain('in this preview, and held back from readers')
    expect(made.output).toMatch(
      /articles\/2025\/07\/embargoed\.md +until 2025-07-01T00:00:01\+09:00 +Quuxembargo title/,
    )
    expect(made.output).toMatch(/articles\/2025\/06\/secret-draft\/index\.md +draft +Zorblaxdraft title/)
  })
})

describe('after a preview, a day at the desk and a build cut off', () => {
  beforeAll(async () => {
    await workAtDesk(['sport/secret-draft/', 'sport/embargoed/', ''])
    // As a build leaves it that is killed while it draws the pages.
    for (const dist of ['.cache/test/.guarded-next', join(workspaceFor(DIST), 'dist')]) {
      await mkdir(join(dist, '.prerender/chunks'), { recursive: true })
      await writeFile(join(dist, '.prerender/chunks/entry.mjs'), MARKERS.join(' '))
    }
    const { exitCode, output } = await build(OPTIONS)
    expect(exitCode, output).toBe(0)
    expect(output).toContain('held back from readers\n')
  }, PATIENCE)

  test('the edition for readers holds nothing that is unpublished, and no mark of a preview', async () => {
    expect(await leaksIn(DIST)).toEqual([])
    for (const file of await filesOf(DIST)) {
      expect((await readFile(join(DIST, file), 'utf8')).includes(NOTE), file).toBe(false)
    }
    expect(await readFile(join(DIST, 'index.html'), 'utf8')).toContain('max-image-preview')
    expect(existsSync(join(DIST, 'sitemap-index.xml'))).toBe(true)
  })

  test('nor does what is kept for the next build', async () => {
    const kept = workspaceFor(DIST)
    expect(await readFile(join(kept, 'data-store.json'), 'utf8')).toContain('harbour-opens')
    expect(await leaksIn(kept)).toEqual([])
  })
})

/** Runs `astro dev`, and opens these pages in it as an author does. */
function workAtDesk(paths: string[]): Promise<void> {
  return withDevServer(join(CHECKOUT, FIXTURE), OPTIONS.env, async (url) => {
    const page = await blank()
    for (const path of paths) {
      await page.goto(url + FIXTURE_BASE + path, { waitUntil: 'load', timeout: 60_000 })
      const badge = page.locator('main').getByText(/^(Draft|Scheduled)$/)
      await badge.first().waitFor()
    }
    // A worker would outlast the work, and answer for whatever is served at this address next.
    await page.goto(`${url}${FIXTURE_BASE}world/harbour-opens/`)
    await page.locator('save-button button').click()
    await page.locator('[data-when="kept"]').waitFor()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    expect((await fetch(`${url}${FIXTURE_BASE}sw.js`)).status).toBe(404)
  })
}
