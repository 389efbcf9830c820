import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axe } from '../support/axe.ts'
import { FROM_OUTLET, startCommentServer, type TestCommentServer } from '../support/comment-server.ts'
import { buildWithComments, copyFixture } from '../support/commented-newsroom.ts'
import { blank, open } from '../support/pages.ts'
import { preview, type Preview } from '../support/preview.ts'
import { filesOf, FIXTURE_BASE } from '../support/sites.ts'

const NEWSROOM = '.cache/test/comments-newsroom'
const OUT = '.cache/test/comments-site'
const DATA = '.cache/test/comments-data'
const LIVE = '[data-live] [data-comment]'

const KEPT = [
  // As a field of the form is called.
  { id: 'text', name: 'Melati', at: '2025-06-20T08:00:00Z', text: 'A fine match.' },
  { id: 'k2', parent: 'text', name: 'Bintang', at: '2025-06-20T09:00:00Z', text: 'Zwetschge!' },
]

let server: TestCommentServer
/** As the first comment's moment stands on the page while the server alone has it. */
let liveMoment: string | null
let site: Preview

beforeAll(async () => {
  server = await startCommentServer(DATA)
  await copyFixture(NEWSROOM)
  await writeFile(join(NEWSROOM, 'articles/2025/06/cup-final.comments.json'), JSON.stringify(KEPT))
  const hidden = JSON.stringify([{ ...KEPT[0], text: 'Secretsauce' }])
  await writeFile(join(NEWSROOM, 'articles/2025/06/secret-draft/comments.json'), hidden)
  await writeFile(join(NEWSROOM, 'articles/2025/07/embargoed.comments.json'), hidden)
  await buildSite()
  site = await preview(OUT, FIXTURE_BASE)
})
afterAll(() => Promise.all([server.stop(), site.close()]))

function buildSite() {
  const waline = `{ provider: 'waline', server: '${server.url}', policy: 'Be kind.', contact: '/about/' }`
  return buildWithComments(NEWSROOM, OUT, waline)
}

const visit = (path = 'world/harbour-opens/', scripts = true) =>
  open(site.url + path, { javaScriptEnabled: scripts })

/** At the comments, when they are there. */
async function openComments(path?: string): Promise<Page> {
  const page = await visit(path)
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await page.locator('[data-comment-form]').waitFor()
  return page
}

async function fill(page: Page, text: string, name = 'Sari', email = 'sari@reader.example') {
  await page.getByLabel('Comment *').fill(text)
  await page.getByLabel('Name *').fill(name)
  await page.getByLabel('Email *').fill(email)
}

const send = (page: Page) => page.getByRole('button', { name: 'Post Comment' }).click()
const said = (page: Page, text: string | RegExp) =>
  page.locator('[data-form-status]', { hasText: text }).waitFor()

test('nothing of the comments is fetched before the reader comes near them', async () => {
  const page = await blank({ viewport: { width: 1280, height: 400 } })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${site.url}world/harbour-opens/`, { waitUntil: 'networkidle' })
  const ofComments = () => asked.filter((url) => url.startsWith(server.url) || /_astro\/thread\./.test(url))
  expect(ofComments()).toEqual([])
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await page.locator('[data-comment-form]').waitFor()
  expect(ofComments()).toHaveLength(2)
})

test('a comment is sent by keyboard, waits, is approved, and is answered', async () => {
  const page = await openComments()
  await page.locator('[data-status]', { hasText: 'No comments yet' }).waitFor()
  await page.locator('#comment-text').focus()
  for (const typed of ['The ferry is back!', 'Sari', 'sari@reader.example', '']) {
    await page.keyboard.type(typed)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await said(page, 'waiting for moderation')
  expect(await page.locator(LIVE).textContent()).toContain('Waiting for moderation')
  expect(await page.locator('#comment-text').inputValue()).toBe('')

  // Nobody else sees it, and this device remembers its writer.
  await page.reload()
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await page.locator('[data-comment-form]').waitFor()
  expect(await page.locator(LIVE).count()).toBe(0)
  expect(await page.locator('#comment-email').inputValue()).toBe('sari@reader.example')

  expect(await server.waiting()).toEqual([1])
  await server.approve(1)
  const other = await openComments()
  expect(await other.locator(LIVE).allTextContents()).toEqual([expect.stringContaining('The ferry is back!')])
  expect(await other.content()).not.toContain('sari@reader.example')
  liveMoment = await other.locator(`${LIVE} time`).textContent()

  await other.getByRole('button', { name: 'Reply', exact: true }).click()
  expect(await other.locator('[data-part="form-heading"]').textContent()).toBe('Reply to Sari')
  await other.getByRole('button', { name: 'Cancel reply' }).click()
  expect(await other.locator('[data-part="form-heading"]').textContent()).toContain('Leave a Reply')
  await other.getByRole('button', { name: 'Reply', exact: true }).click()
  await fill(other, 'At last.', 'Budi', 'budi@reader.example')
  await send(other)
  await said(other, 'waiting for moderation')
  await server.approve(2)
  const third = await openComments()
  expect(await third.locator(`${LIVE} ${'[data-comment]'}`).textContent()).toContain('At last.')
})

test('no answer of the server holds an e-mail, an address of the reader, or a portrait elsewhere', async () => {
  const url = `${server.url}api/comment?path=/daily/world/harbour-opens/`
  const answer = await (await fetch(url, { headers: FROM_OUTLET })).text()
  expect(answer).toContain('The ferry is back!')
  expect(answer).not.toMatch(/reader\.example|127\.0\.0\.1|gravatar|libravatar|"ip"|"mail"/)
})

const HOSTILE = [
  '<script>document.title = "taken"</script><img src=x onerror="document.title=1"> **bold** <b>b</b>',
  'שלום עולם \u202e gnp.exe',
  '👩‍👩‍👧‍👦 🏴‍☠️ :smile:',
  'Z̷̢̛̖͔a̴l̸g̵o̶',
]
test('hostile text is shown as the text that it is', async () => {
  const page = await openComments('city/bridge-repair/')
  for (const text of HOSTILE) {
    await fill(page, text, '<i>Eve</i>')
    await send(page)
    await page.locator(LIVE, { hasText: text }).waitFor()
  }
  await server.approve(...(await server.waiting()))
  const fresh = await openComments('city/bridge-repair/')
  expect(await fresh.locator('[data-part="text"]').allTextContents()).toEqual(HOSTILE)
  expect(await fresh.locator('[data-part="name"]').first().textContent()).toBe('<i>Eve</i>')
  expect(await fresh.locator('[data-live] :is(script, img, i, b)').count()).toBe(0)
  expect(await fresh.title()).toContain('Bridge repair')
  expect(await axe(fresh)).toEqual([])
})

test('a text of 100 KB is refused with a clear line and kept, and by the server too', async () => {
  const page = await openComments('city/bridge-repair/')
  const long = 'a comment '.repeat(10_000).replace(/ $/, '!')
  await fill(page, long)
  await send(page)
  await said(page, '100000 characters of at most 10000')
  expect(await page.locator('#comment-text').inputValue()).toBe(long)
  const post = (comment: string) =>
    fetch(`${server.url}api/comment`, {
      method: 'POST',
      headers: { ...FROM_OUTLET, 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: '/x/', nick: 'Eve', mail: 'eve@reader.example', comment }),
    })
  expect((await post(long)).status).toBe(413)
  expect(await (await post(long.slice(0, 10_001))).json()).toMatchObject({
    errno: 1000,
    errmsg: expect.stringContaining('too long'),
  })
})

test('what was sent before is refused with a clear line', async () => {
  const page = await openComments('city/bridge-repair/')
  await fill(page, HOSTILE[0] ?? '', '<i>Eve</i>')
  await send(page)
  await said(page, 'You have sent this very comment before.')
})

test.each([
  [200, 'Comment too fast!', 'please wait a minute'],
  [200, '请求过于频繁 <b>!</b>', 'The comment was not accepted. What you wrote is still here'],
  [403, 'Forbidden', 'The comment was not accepted. What you wrote is still here'],
  [413, '<html>', 'The comment is too long: 5 characters of at most 10000'],
  [429, '<html>', 'please wait a minute'],
  [502, '<html>', 'cannot be reached'],
])('refused with %i and %j, the reader is told in the words of the page', async (status, errmsg, words) => {
  const page = await openComments('city/bridge-repair/')
  await page.route(`${server.url}api/comment*`, (route) =>
    route.fulfill({
      status,
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
      contentType: 'application/json',
      body: JSON.stringify({ errno: 1000, errmsg }),
    }),
  )
  await fill(page, 'Hello')
  await send(page)
  await said(page, words)
  expect(await page.locator('[data-form-status]').textContent()).not.toContain(errmsg)
  expect(await page.locator('#comment-text').inputValue()).toBe('Hello')
})

test('a hidden field that only machines fill in keeps the comment from being sent', async () => {
  const page = await openComments('city/bridge-repair/')
  await fill(page, 'Buy now')
  await page.locator('#comment-trap').evaluate((field: HTMLInputElement) => (field.value = 'yes'))
  await send(page)
  await said(page, 'a hidden field was filled in')
  expect(await server.waiting()).toEqual([])
})

test('with the server down what was typed is kept, and a page opened then says so and stands', async () => {
  const page = await openComments('city/bridge-repair/')
  await fill(page, 'I have much to say.')
  await server.stop()
  await send(page)
  await said(page, 'cannot be reached')
  expect(await page.locator('#comment-text').inputValue()).toBe('I have much to say.')
  const other = await visit('city/bridge-repair/')
  await other.locator('#comments').scrollIntoViewIfNeeded()
  await other.locator('[data-status]', { hasText: 'cannot be loaded' }).waitFor()
  expect(await other.locator('h1').isVisible()).toBe(true)
  server = await startCommentServer(DATA, Number(new URL(server.url).port))
  await other.getByRole('button', { name: 'Try again' }).click()
  await other.locator('[data-comment-form]').waitFor()
  await send(page)
  await said(page, 'waiting for moderation')
})

describe('comments in files', () => {
  const files = () => filesOf(join(NEWSROOM, 'articles'))
  const pull = () =>
    promisify(execFile)(process.execPath, ['src/cli/news.ts', 'comments', 'pull'], {
      env: { PATH: process.env.PATH, NEWSROOM },
    })

  test('stand in the page, under the article alone that they are of, and are counted on its cards', async () => {
    const page = await visit('sport/', false)
    const counted = page.locator('article', { hasText: '2 comments' })
    expect(await counted.count()).toBe(1)
    await page.goto(
      site.url + (await counted.locator('a').last().getAttribute('href'))?.replace(FIXTURE_BASE, ''),
    )
    expect(await page.locator('#comments [data-comment]').count()).toBe(2)
    expect(await page.locator('#comments [data-comment] [data-comment]').textContent()).toContain('Zwetschge')
  })

  test('may be called as a field of the form', async () => {
    const page = await openComments('sport/cup-final/')
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    expect(ids).toEqual(expect.arrayContaining(['Comment-text', 'comment-text']))
  })

  test('are found by search', async () => {
    const page = await visit('search/?q=Zwetschge')
    await page.locator('[data-results] h2').first().waitFor()
    expect(await page.locator('[data-results] h2').count()).toBe(1)
  })

  test('of a draft are nowhere in the output', async () => {
    for (const file of await filesOf(OUT)) {
      expect((await readFile(join(OUT, file))).includes('Secretsauce'), file).toBe(false)
    }
  })

  test('are pulled from the server without what is nobody’s business, and pulled again change nothing', async () => {
    expect((await pull()).stdout).toMatch(/^6 new comments, 2 files written/)
    const written = (await files()).filter((file) =>
      /(harbour-opens|bridge-repair)\.comments\.json$/.test(file),
    )
    expect(written).toHaveLength(2)
    const texts = () => Promise.all(written.map((file) => readFile(join(NEWSROOM, 'articles', file), 'utf8')))
    const first = await texts()
    expect(first.join()).toContain('The ferry is back!')
    expect(first.join()).toContain('<i>Eve</i>')
    expect(first.join()).not.toMatch(/@reader\.example|127\.0\.0\.1|avatar|I have much to say/)
    expect((await pull()).stdout).toMatch(/^0 new comments, 0 files written/)
    expect(await texts()).toEqual(first)
  })

  test('that the server has too stand once, can be answered, and hostile ones are text', async () => {
    await buildSite()
    const plain = await visit('city/bridge-repair/', false)
    // What turns the direction of a text around is in no file.
    const written = HOSTILE.map((text) => text.replaceAll('\u202e', ''))
    expect(await plain.locator('#comments [data-part="text"]').allTextContents()).toEqual(written)
    const page = await openComments()
    expect(await page.locator('#comments [data-comment]').count()).toBe(2)
    expect(await page.locator(LIVE).count()).toBe(0)
    expect(await page.locator('#comments time').first().textContent()).toBe(liveMoment)
    await page.getByRole('button', { name: 'Reply', exact: true }).first().click()
    await fill(page, 'Third time lucky.')
    await send(page)
    await said(page, 'waiting for moderation')
    expect(await page.locator('[data-comment] [data-comment]').count()).toBe(2)
  })

  test('stand beside those of a new server, which counts from 1 again', async () => {
    const port = Number(new URL(server.url).port)
    await server.stop()
    await rm(`${DATA}-new`, { recursive: true, force: true })
    server = await startCommentServer(`${DATA}-new`, port)
    const other = await openComments()
    await fill(other, 'A new server.')
    await send(other)
    await said(other, 'waiting for moderation')
    await server.approve(1)
    const page = await openComments()
    expect(await page.locator(LIVE).allTextContents()).toEqual([expect.stringContaining('A new server.')])
    expect(await page.locator('#comments [data-comment]').count()).toBe(3)
    expect((await pull()).stdout).toMatch(/^1 new comments, 1 files written/)
  })
})

test('without scripts a plain line stands there', async () => {
  const page = await visit(undefined, false)
  expect(await page.locator('#comments noscript').textContent()).toContain('needs JavaScript')
  const contact = page.getByRole('link', { name: 'Write to the newsroom instead.' })
  expect(await contact.getAttribute('href')).toBe('/daily/about/')
  expect(await page.locator('#comments button:visible').count()).toBe(0)
})

test('giscus contacts nobody before its button, which says who will be, and takes no more after the last day', async () => {
  const giscus = `{ repo: 'outlet/talk', repoId: 'R_1', category: 'Comments', categoryId: 'C_1' }`
  await buildWithComments(NEWSROOM, OUT, `{ provider: 'giscus', giscus: ${giscus}, closeAfterDays: 20 }`)
  const page = await blank()
  const asked: string[] = []
  await page.route(/giscus\.app|github/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/javascript', body: '' })
  })
  await page.goto(`${site.url}world/harbour-opens/`)
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  expect(await page.locator('#comments').textContent()).toContain('contacts giscus.app and github.com')
  await page.getByRole('button', { name: 'Load comments from GitHub' }).press('Enter')
  await page.locator('giscus-thread > script').waitFor({ state: 'attached' })
  expect(await page.locator('giscus-thread > script').getAttribute('data-repo')).toBe('outlet/talk')
  await expect.poll(() => asked).toEqual(['https://giscus.app/client.js'])
  await page.goto(`${site.url}city/bridge-repair/`)
  expect(await page.locator('#comments').textContent()).toContain('Comments on this article are closed.')
  expect(await page.locator('#comments button:visible').count()).toBe(0)
})
