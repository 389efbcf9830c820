import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ServedSite, serveSite } from '../support/served-site.ts'
import { blank, PHONE } from '../support/pages.ts'
import { BILINGUAL_BASE, BILINGUAL_DIST, FIXTURE_BASE, FIXTURE_DIST } from '../support/sites.ts'

const ARTICLE = `${FIXTURE_BASE}world/harbour-opens/`
const OTHER = `${FIXTURE_BASE}city/library-hours/`
const SAVED = `${FIXTURE_BASE}saved/`
const WORKER = `${FIXTURE_BASE}sw.js`

let site: ServedSite
beforeEach(async () => {
  site = await serveSite(FIXTURE_DIST, FIXTURE_BASE)
})
afterEach(() => site.close())

const at = (path: string) => new URL(path, site.url).href
const heading = (page: Page) =>
  page
    .locator('h1')
    .first()
    .textContent()
    .then((text) => text?.trim())
const statusLine = (page: Page) => page.locator('[data-of-copies] [data-when]:visible')
const note = (page: Page) => page.locator('kept-list[name="saved"] [data-part="copy"]')

/** Paths of all that is stored. */
function stored(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = []
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname)
    return found.sort()
  })
}

const cacheNames = (page: Page) => page.evaluate(() => caches.keys())
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope))

/** Saves an article, and waits until it can be read without the network. */
async function save(page: Page, path = ARTICLE) {
  await page.goto(at(path))
  await page.locator('save-button button').click()
  await expect.poll(() => stored(page)).toContain(path)
  await expect.poll(() => registrations(page)).toEqual([site.url])
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
}

async function checked(page: Page) {
  await page.goto(at(SAVED))
  await statusLine(page).filter({ hasNotText: 'Asking' }).waitFor()
}

test('a saved article is read without the network, with its picture, its fonts and the list', async () => {
  const page = await blank(PHONE)
  await save(page)
  site.isDown = true
  await page.context().setOffline(true)
  await page.goto(at(ARTICLE))
  expect(await heading(page)).toBe('Harbour opens after the storm')
  await page
    .locator('[data-copied]')
    .filter({ hasText: /^\s*No network: this is your copy of / })
    .waitFor()
  const pictures = await page.locator('article img').evaluateAll((images: HTMLImageElement[]) =>
    Promise.all(
      images.map(async (image) => {
        image.loading = 'eager'
        await image.decode()
        return image.naturalWidth
      }),
    ),
  )
  expect(pictures.length).toBeGreaterThan(0)
  expect(Math.max(...pictures)).toBeLessThanOrEqual(480)
  const fonts = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter(({ status }) => status === 'loaded').length
  })
  expect(fonts).toBeGreaterThan(0)
  await page.goto(`${at(SAVED)}?from=mail`)
  await page.locator('kept-list h3').first().waitFor()
  expect(await statusLine(page).textContent()).toContain('No network: what has been copied can be read.')
  // The sizes come when the list stands there.
  await expect.poll(() => note(page).first().textContent()).toMatch(/^\d+ kB on this device\.$/)
})

test('without the network an unsaved page is the list, which says so, and leads back when the network is there', async () => {
  const page = await blank()
  await save(page)
  site.isDown = true
  const answer = await page.goto(at(OTHER))
  expect(answer?.status()).toBe(503)
  await page.getByText('The page that you asked for is not on this device.').waitFor()
  expect(await heading(page)).toBe('No network')
  expect(await page.locator('kept-list[name="saved"] h3').allTextContents()).toHaveLength(1)
  site.isDown = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => heading(page)).toBe('Library hours in the news')
})

test('only what was saved is stored, and nothing before', async () => {
  const page = await blank()
  await page.goto(at(OTHER))
  expect(await registrations(page)).toEqual([])
  expect(await cacheNames(page)).toEqual([])
  expect(site.asked.filter((line) => line.includes(WORKER))).toEqual([])
  await save(page)
  await page.goto(at(OTHER))
  await page.goto(at(FIXTURE_BASE))
  const pages = (await stored(page)).filter((path) => path.endsWith('/'))
  expect(pages).toEqual([SAVED, ARTICLE])
  for (const path of await stored(page)) expect(path).toMatch(/\/$|\/_astro\//)
})

test('what is taken off the list is gone from the device, the last with everything, and comes back when undone', async () => {
  const page = await blank()
  await save(page)
  await save(page, OTHER)
  site.isDown = true
  await page.goto(at(SAVED))
  await page.getByRole('button', { name: 'Remove: Library hours in the news' }).first().click()
  await expect.poll(() => stored(page)).not.toContain(OTHER)
  expect(await stored(page)).toContain(ARTICLE)
  await page.locator('kept-list[name="saved"] [data-clear]').click()
  await expect.poll(() => cacheNames(page)).toEqual([])
  await page.locator('kept-list[name="saved"] [data-undo]').click()
  await expect.poll(() => stored(page)).toContain(ARTICLE)
  await page.reload()
  await page.locator('kept-list[name="saved"] [data-clear]').click()
  await expect.poll(() => cacheNames(page)).toEqual([])
  site.isDown = false
  await page.goto(at(FIXTURE_BASE))
  await expect.poll(() => registrations(page)).toEqual([])
})

describe('when the network answers', () => {
  test('it is shown what the network says, a newer page, an error of the host, and a redirect', async () => {
    const page = await blank()
    await save(page)
    const html = await site.read(ARTICLE)
    site.answers.set(ARTICLE, { body: html.replaceAll('Harbour opens after the storm', 'Harbour closed') })
    await page.goto(at(ARTICLE))
    expect(await heading(page)).toBe('Harbour closed')
    for (const status of [500, 503, 403]) {
      site.answers.set(ARTICLE, { status, body: '<h1>Trouble</h1>' })
      expect((await page.goto(at(ARTICLE)))?.status()).toBe(status)
      expect(await heading(page)).toBe('Trouble')
    }
    site.answers.set(ARTICLE, { status: 302, headers: { Location: OTHER } })
    await page.goto(at(ARTICLE))
    expect(await heading(page)).toBe('Library hours in the news')
    expect(await stored(page)).toContain(ARTICLE)
  })

  test('a corrected article is copied anew when it is read, and when the list is opened', async () => {
    const page = await blank()
    await save(page)
    const html = await site.read(ARTICLE)
    const correct = (word: string) =>
      site.answers.set(ARTICLE, { body: html.replaceAll('Harbour opens after the storm', word) })
    correct('Harbour opened')
    await page.goto(at(ARTICLE))
    const copy = () =>
      page.evaluate(async (path) => (await (await caches.match(path))?.text()) ?? '', ARTICLE)
    await expect.poll(copy).toContain('Harbour opened')
    correct('Harbour open again')
    await checked(page)
    expect(await note(page).textContent()).toContain('Changed by the newsroom, and copied anew.')
    expect(await page.locator('kept-list[name="saved"] li a').first().textContent()).toBe(
      'Harbour open again',
    )
    site.isDown = true
    await page.goto(at(ARTICLE))
    expect(await heading(page)).toBe('Harbour open again')
  })

  test('that nothing has changed costs no page, and is no view in the log', async () => {
    const page = await blank()
    await save(page)
    site.asked.length = 0
    await checked(page)
    expect(await statusLine(page).textContent()).toContain('as the newsroom publishes')
    expect(site.asked.filter((line) => line.includes(ARTICLE))).toEqual([`HEAD ${ARTICLE} 304`])
  })

  test.each([
    ['is no longer there', { status: 404 }],
    ['is gone', { status: 410 }],
    ['is withdrawn', undefined],
  ])('a saved article that %s leaves no copy, and the list says so', async (_, answer) => {
    const page = await blank()
    await save(page)
    const notice = (await site.read(`${FIXTURE_BASE}world/ghost-ship/`)).replaceAll(
      'ghost-ship',
      'harbour-opens',
    )
    site.isDown = true
    await page.goto(at(ARTICLE))
    site.isDown = false
    site.answers.set(ARTICLE, answer ?? { body: notice })
    await checked(page)
    expect(await note(page).textContent()).toBe('No longer published: the copy was deleted.')
    expect(await cacheNames(page)).toEqual([])
  })

  test.each([
    ['an answer that it is gone', { status: 410, body: '<h1>Gone</h1>' }],
    ['the notice of the outlet', undefined],
  ])('%s takes the copy of the page that shows it', async (_, answer) => {
    const page = await blank()
    await save(page)
    const notice = (await site.read(`${FIXTURE_BASE}world/ghost-ship/`)).replaceAll(
      'ghost-ship',
      'harbour-opens',
    )
    site.answers.set(ARTICLE, answer ?? { body: notice })
    await page.goto(at(ARTICLE))
    await expect.poll(() => stored(page)).not.toContain(ARTICLE)
  })

  test('an article that has moved is followed, by a redirect of the server and by a page', async () => {
    for (const how of ['server', 'page']) {
      const page = await blank()
      await save(page)
      const to = `${FIXTURE_BASE}world/harbour-moved/`
      const html = (await site.read(ARTICLE)).replaceAll('harbour-opens', 'harbour-moved')
      const alias = `<!doctype html><link rel="canonical" href="https://fixture.example${to}">`
      site.answers.set(to, { body: html })
      site.answers.set(
        ARTICLE,
        how === 'server' ? { status: 301, headers: { Location: to } } : { body: alias },
      )
      await checked(page)
      expect((await stored(page)).filter((path) => path.includes('harbour'))).toContain(to)
      expect(await stored(page)).not.toContain(ARTICLE)
      expect(await page.locator('kept-list[name="saved"] h3 a').getAttribute('href')).toBe(to)
      await page.context().close()
      site.answers.clear()
    }
  })

  test('what a network says before it lets its users in is never stored', async () => {
    const page = await blank()
    await save(page)
    const before = await stored(page)
    site.answers.set('*', { body: '<h1>Welcome to our hotel</h1>' })
    site.answers.set(SAVED, { body: await site.read(SAVED) })
    for (const file of before.filter((path) => path.includes('/_astro/')))
      site.answers.set(file, { status: 302, headers: { Location: 'http://127.0.0.1:9/' } })
    await page.goto(at(ARTICLE))
    expect(await heading(page)).toBe('Welcome to our hotel')
    site.answers.clear()
    site.isDown = true
    await page.goto(at(ARTICLE))
    expect(await heading(page)).toBe('Harbour opens after the storm')
    expect(await stored(page)).toEqual(before)
  })

  test('a site with other files by now is read with its own, and a copy with those that it was made with', async () => {
    const page = await blank()
    await save(page)
    const html = await site.read(ARTICLE)
    const sheet = /\/daily\/_astro\/[^"]+\.css/.exec(html)?.[0] ?? ''
    const renamed = sheet.replace('.css', '2.css')
    site.answers.set(renamed, { body: await site.read(sheet), headers: { 'Content-Type': 'text/css' } })
    site.answers.set(sheet, { status: 404 })
    site.answers.set(SAVED, { body: (await site.read(SAVED)).replaceAll(sheet, renamed) })
    // Its host answers, but too late; the old style sheet is there no more.
    site.answers.set(ARTICLE, { hangs: true })
    await page.goto(at(ARTICLE))
    const font = () => page.evaluate(() => getComputedStyle(document.body).fontFamily)
    expect(await font()).not.toMatch(/^"?Times/)
    expect(await stored(page)).toContain(sheet)
    site.answers.set(ARTICLE, { body: html.replaceAll(sheet, renamed) })
    site.release()
    await checked(page)
    await expect.poll(() => stored(page)).not.toContain(sheet)
    expect(await stored(page)).toContain(renamed)
  })
})

test.each([
  ['a page cut short', ARTICLE, '<!doctype html>'],
  ['an empty page', ARTICLE, ''],
])('%s among the copies is no page, and is mended when the network is there', async (_, path, body) => {
  const page = await blank()
  await save(page)
  await page.evaluate(
    async ([path = '', body = '']) => {
      const [name = ''] = await caches.keys()
      const headers = (await caches.match(path))?.headers
      await (await caches.open(name)).put(path, new Response(body, headers && { headers }))
    },
    [path, body],
  )
  site.isDown = true
  await page.goto(at(ARTICLE))
  expect(await heading(page)).toBe('No network')
  site.isDown = false
  await checked(page)
  site.isDown = true
  await page.goto(at(ARTICLE))
  expect(await heading(page)).toBe('Harbour opens after the storm')
})

test('a file that is missing among the copies is fetched again', async () => {
  const page = await blank()
  await save(page)
  const file = (await stored(page)).find((path) => path.endsWith('.css')) ?? ''
  await page.evaluate(async (file) => {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(file)
  }, file)
  await checked(page)
  expect(await stored(page)).toContain(file)
})

test('a browser without room says so, keeps the list, and stores no half of an article', async () => {
  const page = await blank()
  await page.goto(at(ARTICLE))
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(site.url)
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 })
  await page.locator('save-button button').click()
  await page.getByText('On your list, but not copied').waitFor()
  expect(await page.locator('save-button button').textContent()).toMatch(/Saved$/)
  expect(await stored(page)).not.toContain(ARTICLE)
  await checked(page)
  expect(await statusLine(page).textContent()).toContain('this browser has no room left')
})

test('a browser that opens nothing without the network says so, and the list stays', async () => {
  const page = await blank()
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
  await page.goto(at(ARTICLE))
  await page.locator('save-button button').click()
  await page.goto(at(SAVED))
  await page.getByText('This browser does not let the site keep articles').waitFor()
  expect(await page.locator('kept-list[name="saved"] h3').count()).toBe(1)
})

test('what one tab takes off, another does not bring back', async () => {
  const page = await blank()
  await save(page)
  const tab = await page.context().newPage()
  site.answers.set(ARTICLE, { hangs: true })
  await tab.goto(at(SAVED))
  await tab.getByText('Asking whether anything has changed').waitFor()
  await page.locator('save-button button').click()
  site.answers.delete(ARTICLE)
  site.release()
  await expect.poll(() => cacheNames(tab), { timeout: 40_000 }).toEqual([])
})

test('readers who save data are asked first', async () => {
  const page = await blank()
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'connection', { value: { saveData: true } }),
  )
  await save(page)
  site.asked.length = 0
  await page.goto(at(ARTICLE))
  await page.goto(at(SAVED))
  await page.locator('kept-list h3').first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(site.asked.filter((line) => line.startsWith('HEAD') && !line.includes(WORKER))).toEqual([])
  await page.getByRole('button', { name: 'Renew the copies' }).click()
  await expect.poll(() => site.asked).toContain(`HEAD ${ARTICLE} 304`)
})

test('what is fetched ahead is told from what is read, and a part of a file is not touched', async () => {
  const page = await blank()
  await save(page)
  await page.goto(at(FIXTURE_BASE))
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  await page.locator(`main a[href="${ARTICLE}"]`).first().hover()
  await expect.poll(() => site.asked).toContain(`GET ${ARTICLE} 304 prefetch`)
  const film = `${FIXTURE_BASE}film.mp4`
  const headers = { 'Content-Type': 'video/mp4', 'Content-Range': 'bytes 0-1/9' }
  site.answers.set(film, { status: 206, body: 'xx', headers })
  const status = (film: string) =>
    fetch(film, { headers: { Range: 'bytes=0-1' } }).then((answer) => answer.status)
  expect(await page.evaluate(status, film)).toBe(206)
  expect(await stored(page)).not.toContain(film)
})

describe('an outlet in several languages', () => {
  const ENGLISH = `${BILINGUAL_BASE}en/kota/lighthouse/`
  const INDONESIAN = `${BILINGUAL_BASE}kota/mercusuar/`

  test('has the list in the language of the page that cannot be had, where that was saved from', async () => {
    await site.close()
    site = await serveSite(BILINGUAL_DIST, BILINGUAL_BASE)
    const page = await blank()
    await save(page, ENGLISH)
    const lists = async () => (await stored(page)).filter((path) => path.endsWith('/saved/'))
    expect(await lists()).toEqual([`${BILINGUAL_BASE}en/saved/`])
    site.isDown = true
    await page.goto(at(`${BILINGUAL_BASE}kota/`))
    await expect.poll(() => heading(page)).toBe('No network')
    site.isDown = false
    await save(page, INDONESIAN)
    expect(await lists()).toEqual([`${BILINGUAL_BASE}en/saved/`, `${BILINGUAL_BASE}saved/`])
    site.isDown = true
    await page.goto(at(`${BILINGUAL_BASE}kota/`))
    await expect.poll(() => heading(page)).toBe('Tanpa jaringan')
    await page.goto(at(`${BILINGUAL_BASE}en/niaga/`))
    await expect.poll(() => heading(page)).toBe('No network')
    await page.goto(at(INDONESIAN))
    await page.getByText('Tanpa jaringan: ini salinan Anda dari ').waitFor()
  })
})

describe('a worker whose outlet', () => {
  test.each([
    ['has no script for it any more', { status: 404 }],
    ['answers everything with a page', { body: '<h1>Home</h1>', headers: { 'Content-Type': 'text/html' } }],
    ['has moved to another host', { status: 301, headers: { Location: 'https://elsewhere.example/' } }],
  ])('%s takes itself away, with all copies', async (_, answer) => {
    const page = await blank()
    await save(page)
    // A worker asks once in its life.
    const session = await page.context().newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    site.answers.set(WORKER, answer)
    await page.goto(at(OTHER))
    await expect.poll(() => cacheNames(page)).toEqual([])
    await page.goto(at(FIXTURE_BASE))
    await expect.poll(() => registrations(page)).toEqual([])
  })

  test('is in trouble stays', async () => {
    const page = await blank()
    await save(page)
    const session = await page.context().newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    site.answers.set(WORKER, { status: 503 })
    await page.goto(at(OTHER))
    await expect.poll(() => site.asked).toContain(`HEAD ${WORKER} 503`)
    await page.waitForTimeout(500)
    expect(await stored(page)).toContain(ARTICLE)
    expect(await registrations(page)).toEqual([site.url])
  })
})
