import { rm } from 'node:fs/promises'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../comments-server/database.ts'
import { axe } from '../support/axe.ts'
import {
  FROM_OUTLET,
  MODERATOR,
  startCommentServer,
  type TestCommentServer,
} from '../support/comment-server.ts'
import { buildWithComments, copyFixture } from '../support/commented-newsroom.ts'
import { blank, open } from '../support/pages.ts'
import { preview, type Preview } from '../support/preview.ts'
import { FIXTURE_BASE } from '../support/sites.ts'

const NEWSROOM = '.cache/test/moderation-newsroom'
const OUT = '.cache/test/moderation-site'
const DATA = '.cache/test/moderation-data'
const ARTICLE = 'world/harbour-opens/'

let server: TestCommentServer
let site: Preview

beforeAll(async () => {
  server = await startCommentServer(DATA)
  await copyFixture(NEWSROOM)
  await buildWithComments(NEWSROOM, OUT, `{ provider: 'waline', server: '${server.url}' }`)
  site = await preview(OUT, FIXTURE_BASE)
})
afterAll(async () => {
  await Promise.all([server.stop(), site.close()])
  await rm(DATA, { recursive: true, force: true })
})

/** The article, its comments loaded. */
async function readArticle(): Promise<Page> {
  const page = await open(site.url + ARTICLE)
  await page.locator('#comments').scrollIntoViewIfNeeded()
  await page.locator('[data-comment-form]').waitFor()
  return page
}

const openModeration = (options?: BrowserContextOptions) => open(`${server.url}moderate/`, options)

async function signIn(page: Page, password = MODERATOR.password) {
  await page.getByLabel('Email').fill(MODERATOR.email)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
}

/** Signed in, the comments of one status shown. */
async function moderate(status = 'Waiting', options?: BrowserContextOptions): Promise<Page> {
  const page = await openModeration(options)
  await signIn(page)
  await page.getByRole('button', { name: status }).click()
  await page.getByRole('button', { name: status, pressed: true }).waitFor()
  return page
}

const comment = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text }).waitFor()
const readersTexts = (page: Page) => page.locator('[data-live] [data-part="text"]').allTextContents()

async function post(comment: string, more: object = {}) {
  const body = {
    url: `${FIXTURE_BASE}${ARTICLE}`,
    nick: 'Sari',
    mail: 'sari@reader.example',
    comment,
    ...more,
  }
  const headers = { ...FROM_OUTLET, 'Content-Type': 'application/json' }
  const response = await fetch(`${server.url}api/comment`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return (await response.json()) as { errno: number; data: { objectId: number } }
}

test('a reader’s comment waits, is approved by keyboard alone, and is there after a reload', async () => {
  const reader = await readArticle()
  await reader.getByLabel('Comment *').fill('The ferry is back!')
  await reader.getByLabel('Name *').fill('Sari')
  await reader.getByLabel('Email *').fill('sari@reader.example')
  await reader.getByRole('button', { name: 'Post Comment' }).click()
  await reader.locator('[data-form-status]', { hasText: 'waiting for moderation' }).waitFor()

  const page = await openModeration()
  // The first field has the focus already.
  await page.keyboard.type(MODERATOR.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(MODERATOR.password)
  await page.keyboard.press('Enter')
  await comment(page, 'The ferry is back!').waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  const link = comment(page, 'The ferry is back!').getByRole('link')
  expect(await link.getAttribute('href')).toBe(`https://fixture.example/daily/${ARTICLE}#comments`)
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === 'Approve') break
  }
  await page.keyboard.press('Enter')
  await said(page, 'The comment by Sari is published.')
  expect(await page.getByText('Nothing waits.').isVisible()).toBe(true)

  await reader.reload()
  await reader.locator('#comments').scrollIntoViewIfNeeded()
  await reader.locator('[data-comment-form]').waitFor()
  expect(await readersTexts(reader)).toEqual(['The ferry is back!'])
})

test('the outlet replies in its own name, and readers see it at once', async () => {
  const page = await moderate('Approved')
  await comment(page, 'The ferry is back!').getByRole('button', { name: 'Reply' }).click()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(
    await page.getByLabel('Your reply').evaluate((field: HTMLTextAreaElement) => field.validity.valid),
  ).toBe(false)
  await page.getByLabel('Your reply').fill('It is, and twice a day.')
  await page.getByRole('button', { name: 'Publish reply' }).click()
  await said(page, 'Your reply to Sari is published.')
  const reader = await readArticle()
  expect(await reader.locator('[data-comment] [data-comment]').textContent()).toMatch(
    /Ratna[\s\S]*It is, and twice a day\./,
  )
  expect(await reader.content()).not.toContain(MODERATOR.email)
})

test('a text is edited', async () => {
  const page = await moderate('Approved')
  await comment(page, 'twice a day').getByRole('button', { name: 'Edit' }).click()
  const field = page.getByLabel('Text of the comment')
  expect(await field.inputValue()).toBe('It is, and twice a day.')
  await field.fill('It is, and <b>thrice</b> a day.')
  await page.getByRole('button', { name: 'Save' }).click()
  await said(page, 'The comment by Ratna is changed.')
  expect(await comment(page, 'It is, and <b>thrice</b> a day.').count()).toBe(1)
})

test('spam is taken from the readers, and can come back', async () => {
  const page = await moderate('Approved')
  await comment(page, 'The ferry is back!').getByRole('button', { name: 'Spam' }).click()
  await said(page, 'The comment by Sari is now spam.')
  expect(await readersTexts(await readArticle())).toEqual([])
  await page.getByRole('button', { name: 'Spam (1)' }).first().click()
  await comment(page, 'The ferry is back!').getByRole('button', { name: 'Approve' }).click()
  await said(page, 'The comment by Sari is published.')
  expect(await readersTexts(await readArticle())).toHaveLength(2)
})

test('deleting asks first, and takes the replies along', async () => {
  const page = await moderate('Approved')
  const button = comment(page, 'The ferry is back!').getByRole('button', { name: 'Delete' })
  await button.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete this comment?' })
  expect(
    await dialog.getByRole('button', { name: 'Cancel' }).evaluate((e) => e === document.activeElement),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  await button.press('Enter')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await said(page, 'The comment by Sari is deleted.')
  await page.getByText('No approved comments.').waitFor()
  expect(await readersTexts(await readArticle())).toEqual([])
})

test('hostile comments are text, and lead nowhere', { timeout: 180_000 }, async () => {
  const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
  await post(evil, { nick: '<b>Eve</b>', link: 'javascript:document.title=1', url: '//evil.example/' })
  // No reader can send it.
  const database = openDatabase(DATA)
  database.exec(`INSERT INTO wl_Comment (comment, nick, mail, url, status, insertedAt) VALUES
    ('A path of its own', '"><i>', 'eve@reader.example', 'javascript:document.title=1', 'waiting', '2025-07-05 08:00:00')`)
  database.close()
  const page = await moderate()
  const item = comment(page, evil)
  expect(await item.getByRole('heading').textContent()).toContain('<b>Eve</b>')
  expect(await item.textContent()).toContain('javascript:document.title=1')
  expect(await page.locator('#comments').locator('a, img, script, b, i').count()).toBe(0)
  expect(await page.title()).toBe('Moderation - The Fixture')
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [360, 1440]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 })
      expect(await axe(page)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  }
})

test('many comments come in pages', async () => {
  for (let i = 1; i <= 21; i++) await post(`Number ${i}`)
  const page = await moderate()
  expect(await page.getByRole('article').count()).toBe(20)
  await page.getByText('Page 1 of 2').waitFor()
  await page.getByRole('button', { name: 'Older' }).click()
  await page.getByText('Page 2 of 2').waitFor()
  expect(await page.getByRole('article').count()).toBe(3)
  for (let left = 3; left > 0; left--) {
    await page.getByRole('article').first().getByRole('button', { name: 'Approve' }).click()
    await page.getByRole('button', { name: `Waiting (${19 + left})` }).waitFor()
  }
  // The last page is gone with the last comment on it.
  expect(await page.getByRole('article').count()).toBe(20)
})

test('a wrong password is told, and too many tries are', async () => {
  const page = await openModeration()
  await signIn(page, 'not the password')
  await said(page, 'Email or password is wrong.')
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': '192.0.2.7' })
  for (let i = 0; i < 10; i++) {
    await page.evaluate(() => fetch('../api/token', { method: 'POST' }))
  }
  await signIn(page)
  await said(page, 'Too many tries. Please wait 15 minutes.')
})

test('a session is this tab’s alone, ends by the button, and when the server is started anew', async () => {
  const page = await moderate()
  await page.reload()
  await page.getByRole('article').first().waitFor()
  expect(await page.evaluate(() => localStorage.length + document.cookie.length)).toBe(0)
  const other = await page.context().newPage()
  await other.goto(page.url())
  expect(await other.getByLabel('Password').isVisible()).toBe(true)

  const port = Number(new URL(server.url).port)
  await server.stop()
  await page.getByRole('article').first().getByRole('button', { name: 'Approve' }).click()
  await said(page, 'The comment server cannot be reached. Nothing was changed')
  expect(await page.getByRole('article').count()).toBe(20)
  server = await startCommentServer(DATA, port)
  await page.getByRole('article').first().getByRole('button', { name: 'Approve' }).click()
  await said(page, 'You are no longer signed in.')
  expect(await page.getByRole('article').count()).toBe(0)
  await signIn(page)
  await page.getByRole('article').first().waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  expect(await page.getByLabel('Password').isVisible()).toBe(true)
})

test('the page asks nobody else, cannot be framed, and holds no inline code', async () => {
  const page = await blank()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).origin))
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))
  const response = await page.goto(`${server.url}moderate/`)
  await signIn(page)
  await page.getByRole('article').first().waitFor()
  expect(new Set(asked)).toEqual(new Set([new URL(server.url).origin]))
  expect(refused).toEqual([])
  const policy = response?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|http|\*/)
  expect(await page.locator('[style], script:not([src]), style').count()).toBe(0)
})

test('without scripts it says so, and Waline’s own administration is not served', async () => {
  const page = await openModeration({ javaScriptEnabled: false })
  expect(await page.locator('noscript').textContent()).toContain('Moderating needs JavaScript.')
  expect(await page.locator('form:visible, button:visible').count()).toBe(0)
  for (const path of ['ui', 'ui/', 'ui/login']) expect((await fetch(server.url + path)).status).toBe(404)
})

test.each([
  ['asks for conditions', { nick: ['!=', ''], mail: ['LIKE', '%@reader.example'], comment: 'Number 1' }],
  ['sends objects', { nick: { '!=': '' } }],
])('a reader who %s instead of texts is refused', async (_case, sent) => {
  expect(await post('Hello', sent)).toMatchObject({ errno: 400 })
})
