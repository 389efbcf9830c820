import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { blank } from '../support/pages.ts'
import { freePort } from '../support/run-server.ts'
import { articleFile, STAFF, temporaryNewsroom } from '../support/temporary-newsroom.ts'

const CONFIG = `export default { name: 'Warta', tagline: 'News', url: 'https://warta.example/daily/', locale: 'en' }`
const NEWSROOM = {
  ...STAFF,
  'src/site.config.ts': CONFIG,
  'src/content/authors/ani.yml': 'name: Ani',
  'src/content/categories/sport.yml': 'name: Sport',
  'articles/x.md': articleFile({ title: 'The first', authors: '[ani]' }),
  'articles/y.md': articleFile({ title: 'The second' }),
  // Is wrong before the server starts.
  'articles/z.md': articleFile({ title: 'The third', authors: '[bud]' }),
}
const WAIT = { timeout: 60_000 }

/** `npm run dev` of a newsroom: where it answers, and all that it has printed. */
async function startDesk(newsroom: string): Promise<{ url: string; printed: () => string }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['node_modules/.bin/astro', 'dev', '--port', String(port)], {
    // Not Vitest's: what it sets in the environment keeps Astro from serving, and Vite from telling pages of changes.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NEWSROOM: newsroom,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  onTestFinished(async () => {
    child.kill()
    await ended
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const url = `http://localhost:${port}/daily/`
  await expect
    .poll(() => (child.exitCode === null ? output : `It ended:\n${output}`), {
      timeout: 240_000,
      interval: 500,
    })
    .toContain('watching for file changes')
  return { url, printed: () => output }
}

const overlay = (page: Page) => page.locator('vite-error-overlay #message-content')
const headline = (page: Page, text: string) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor(WAIT)

test('a mistake is shown where its page stands, at once, and is gone when it is mended', async () => {
  const { root } = await temporaryNewsroom(NEWSROOM)
  const { url, printed } = await startDesk(root)
  const save = (file: string, text: string) => writeFile(join(root, file), text)
  const page = await blank()
  const shows = (words: string) => overlay(page).filter({ hasText: words }).waitFor(WAIT)

  // One that was there before the server was.
  const response = await page.goto(`${url}politics/z/`, WAIT)
  expect(response?.status()).toBe(500)
  await shows('articles/z.md:5:11 author "bud" is not known. Did you mean "budi"?')
  expect(await page.locator('body').textContent()).toContain('articles/z.md:5:11')
  await save('articles/z.md', articleFile({ title: 'The third' }))
  await headline(page, 'The third')

  // One that is made while the page is open, then another in its place.
  await page.goto(`${url}politics/x/`, WAIT)
  await headline(page, 'The first')
  const sound = await readFile(join(root, 'articles/x.md'), 'utf8')
  await save('articles/x.md', sound.replace('title:', 'titel:'))
  await shows('"titel" is not a field. Did you mean "title"?')
  await save('articles/x.md', sound.replace('title: The first', 'title: "The" first'))
  await shows('articles/x.md:2:')
  // The others go on, and readers without scripts are told as well.
  const other = await blank({ javaScriptEnabled: false })
  for (const path of ['', 'politics/', 'politics/y/']) {
    expect((await other.goto(url + path, WAIT))?.status(), path).toBe(200)
    expect(await other.locator('body').textContent()).toContain('The second')
  }
  expect((await other.goto(`${url}politics/x/`, WAIT))?.status()).toBe(500)
  expect(await other.locator('li code').first().textContent()).toMatch(/^articles\/x\.md:2:\d+$/)
  await save('articles/x.md', sound)
  await headline(page, 'The first')

  // An author's mistake takes their articles with it, and those alone.
  await save('src/content/authors/ani.yml', 'name: 7')
  await shows('src/content/authors/ani.yml:1:7')
  expect((await other.goto(`${url}author/ani/`, WAIT))?.status()).toBe(500)
  expect((await other.goto(`${url}politics/y/`, WAIT))?.status()).toBe(200)
  await save('src/content/authors/ani.yml', 'name: Ani')
  await headline(page, 'The first')

  // One of the config that some pages can live with is told on the front page, another everywhere.
  await save('src/site.config.ts', CONFIG.replace(' }', `, menu: ['sprt'] }`))
  // A file that is being saved may be read when it is empty, and is read again.
  const front = async () => {
    const status = (await other.goto(url, WAIT))?.status()
    return status === 500 ? await other.locator('li').first().textContent() : status
  }
  await expect.poll(front, WAIT).toContain('Did you mean "sport"?')
  await save('src/site.config.ts', CONFIG.replace(`'en'`, `'en', pageSize: 7`))
  await shows('"pageSize" is 7')
  await save('src/site.config.ts', CONFIG)
  await headline(page, 'The first')
  await expect.poll(front, WAIT).toBe(200)

  expect(printed()).toContain('author "bud" is not known')
  expect(printed()).not.toMatch(/does not exist or is empty|disable CSP/)
}, 600_000)
