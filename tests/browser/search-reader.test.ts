import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { blank, open, pageOfTable } from '../support/pages.ts'
import { SAMPLE_DIST } from '../support/sites.ts'

const fixture = inject('fixtureUrl')
const sample = inject('sampleUrl')
const ARTICLE = `${fixture}world/harbour-opens/`

const status = (page: Page, text: string) => page.locator('[data-status]', { hasText: text }).waitFor()
const titles = (page: Page) => page.locator('[data-results] [data-part="title"]').allTextContents()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim())
const query = (page: Page) => page.locator('#search-query').inputValue()
const dialog = (page: Page) => page.locator('search-dialog dialog')
const options = async (page: Page, filter: string) =>
  (await page.locator(`#search-${filter} option`).allTextContents()).map((text) => text.trim())

describe('the search dialog', () => {
  test('opens by /, shows results to the arrow keys, and opens one by Enter', async () => {
    const page = await open(ARTICLE)
    await page.keyboard.press('/')
    // Typed at once, before anything of search can have been loaded.
    await page.keyboard.type('item')
    await status(page, '12 articles found')
    expect((await titles(page)).length).toBe(5)
    const [first, second] = await titles(page)
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(first)
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe(second)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(
      await page.locator('search-dialog [name="q"]').evaluate((field) => field === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('ArrowDown')
    const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)
    await page.keyboard.press('Enter')
    await page.waitForURL(href)
    expect(await page.locator('h1').textContent()).toBe(first)
  })

  test('closes by Escape and gives the focus back, from the field and from a result', async () => {
    const page = await open(fixture)
    const opener = page.locator('[data-open-search]:visible')
    await opener.focus()
    for (const key of ['Enter', ' ']) {
      await page.keyboard.press(key)
      await dialog(page).waitFor({ state: 'visible' })
      await page.keyboard.type('girder')
      await status(page, '1 article found')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      expect(await dialog(page).isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'hidden' })
      expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
    }
  })

  test('costs nothing until it is opened', async () => {
    const page = await blank()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(ARTICLE)
    await page.waitForLoadState('networkidle')
    const before = asked.length
    const ofSearch = () => asked.filter((path) => /pagefind|fragments\/search|\/dialog\./.test(path))
    expect(ofSearch()).toEqual([])
    await page.keyboard.press('/')
    await page.keyboard.type('girder')
    await status(page, '1 article found')
    expect(asked.length).toBeGreaterThan(before)
    expect(ofSearch()).toEqual(
      expect.arrayContaining(['/daily/fragments/search/', '/daily/pagefind/en/2025-06/pagefind.js']),
    )
  })

  test('leads to the search page with the same query, by its link and by Enter', async () => {
    const page = await open(fixture)
    await page.locator('[data-open-search]:visible').click()
    await page.keyboard.type('item & "more"')
    await status(page, 'found')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('item')
    await status(page, '12 articles found')
    await page.locator('[data-see-all]').click()
    await page.waitForURL('**/daily/search/?q=item')
    // The form's own code comes after the page.
    await expect.poll(() => query(page)).toBe('item')
    await page.goto(fixture)
    await page.keyboard.press('/')
    await page.keyboard.type('girder')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/daily/search/?q=girder')
    await status(page, '1 article found')
  })

  test('stays closed for / in a field, and when its reader has turned the key off', async () => {
    const page = await open(`${fixture}404.html`)
    await page.locator('#search-404').focus()
    await page.keyboard.type('and/or')
    expect(await page.locator('#search-404').inputValue()).toBe('and/or')
    expect(await dialog(page).isVisible()).toBe(false)
    await page.locator('h1').click()
    await page.keyboard.press('/')
    await page.locator('[data-shortcut]').uncheck()
    await page.keyboard.press('Escape')
    await page.goto(ARTICLE)
    await page.keyboard.press('/')
    expect(await dialog(page).isVisible()).toBe(false)
    await page.locator('[data-open-search]:visible').click()
    expect(await page.locator('[data-shortcut]').isChecked()).toBe(false)
  })

  test('works where storage is forbidden', async () => {
    const page = await blank()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError')
        },
      })
    })
    await page.goto(ARTICLE)
    await page.keyboard.press('/')
    await page.keyboard.type('girder')
    await status(page, '1 article found')
    await page.locator('[data-shortcut]').uncheck()
    expect(await page.locator('[data-shortcut]').isChecked()).toBe(false)
  })

  test('says so when it cannot be loaded, and its form still leads to the search page', async () => {
    const page = await blank()
    await page.route('**/fragments/search/', (route) => route.fulfill({ status: 404 }))
    await page.goto(ARTICLE)
    await page.keyboard.press('/')
    await page.keyboard.type('girder')
    await page.getByText('Press Enter to go to the search page.').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/daily/search/?q=girder')
  })

  test('is as it was when the reader comes back from what it led to, until it is closed', async () => {
    const page = await open(ARTICLE)
    await page.keyboard.press('/')
    await page.keyboard.type('girder')
    const result = page.locator('search-dialog [data-results] a').first()
    await result.click()
    await page.waitForURL('**/city/bridge-repair/')
    await page.goBack()
    await result.waitFor()
    expect(await page.locator('search-dialog input[name="q"]').inputValue()).toBe('girder')
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('headline-ticker').waitFor()
    expect(await page.locator('search-dialog dialog').isVisible()).toBe(false)
  })

  test('without scripts the masthead has a form instead', async () => {
    const page = await open(ARTICLE, { javaScriptEnabled: false })
    for (const opener of await page.locator('[data-open-search]').all())
      expect(await opener.isVisible()).toBe(false)
    await page.locator('#search-top').fill('girder')
    await page.locator('#search-top').press('Enter')
    await page.waitForURL('**/daily/search/?q=girder')
    expect(await page.locator('search-page noscript p', { hasText: 'needs JavaScript' }).isVisible()).toBe(
      true,
    )
    expect(await page.locator('#search-category').isVisible()).toBe(false)
  })
})

describe('the search page', () => {
  test('has filters with counts of what the query and the other filters find', async () => {
    const page = await open(`${fixture}search/?q=item`)
    await status(page, '12 articles found')
    await expect
      .poll(() => options(page, 'category'))
      .toEqual(['All', 'City & Region (7)', 'Sport (2)', 'World (3)'])
    const tags = await options(page, 'tag')
    expect(tags[0]).toBe('All')
    const [, tag = '', count = ''] =
      /^(Trade) \((\d+)\)$/.exec(tags.find((t) => t.startsWith('Trade')) ?? '') ?? []
    await page.locator('#search-tag').selectOption(tag)
    await page.waitForURL('**/search/?q=item&tag=Trade')
    await status(page, `${count} article`)
    // The chosen filter goes on offering the others; they count with it.
    expect(await options(page, 'tag')).toEqual(tags)
    const categories = (await options(page, 'category')).slice(1)
    const sum = categories.reduce((total, text) => total + Number(/\((\d+)\)/.exec(text)?.[1]), 0)
    expect(sum).toBe(Number(count))
    await page.reload()
    await status(page, `${count} article`)
    expect(await page.locator('#search-tag').inputValue()).toBe('Trade')
  })

  test('offers all values before anything is searched for, and finds by a filter alone', async () => {
    const page = await open(`${fixture}search/`)
    await page.keyboard.press('/')
    expect(await page.locator('#search-query').evaluate((field) => field === document.activeElement)).toBe(
      true,
    )
    await expect.poll(async () => (await options(page, 'tag')).length).toBeGreaterThan(3)
    await page.locator('#search-tag').selectOption('Harbour')
    await status(page, '1 article found')
    expect(await titles(page)).toEqual(['Harbour opens after the storm'])
  })

  test('takes what was typed before its code had come', async () => {
    const page = await blank()
    let letIn = () => {}
    const late = new Promise<void>((done) => (letIn = done))
    await page.route(/search-page[^/]*\.js$/, async (route) => {
      await late
      await route.continue()
    })
    await page.goto(`${fixture}search/`)
    await page.locator('#search-query').fill('harbour opens')
    letIn()
    await expect.poll(() => titles(page)).toContain('Harbour opens after the storm')
    expect(await page.locator('#search-query').inputValue()).toBe('harbour opens')
  })

  test('links to the section that has what was searched for', async () => {
    const page = await open(`${fixture}search/?q=quay`)
    await status(page, '1 article found')
    const section = page.locator('[data-results] [data-part="section"]')
    expect(await section.allTextContents()).toEqual(['What changed'])
    await section.click()
    await page.waitForURL('**/daily/world/harbour-opens/#what-changed')
  })

  test('finds by title, author and topic too, and not by the address of a picture', async () => {
    for (const [words, title] of [
      ['harbour storm', 'Harbour opens after the storm'],
      ['berita daerah', 'Berita daerah dalam bahasa Indonesia'],
    ] as const) {
      const page = await open(`${fixture}search/?q=${words}`)
      await status(page, 'found')
      expect((await titles(page))[0]).toBe(title)
    }
    const page = await open(`${sample}search/?q=webp`)
    await status(page, 'Tidak ada hasil')
    await page.locator('#search-query').fill('Wulandari')
    await status(page, 'artikel ditemukan')
  })

  test('where nothing is found offers looser requests that find something, and what others read', async () => {
    const page = await open(`${fixture}search/?q=%22girder+timetable%22&category=Sport`)
    await status(page, 'Nothing found for “"girder timetable"”.')
    await page.locator('[data-when="none"] h2', { hasText: 'Trending' }).waitFor()
    expect(await page.locator('[data-when="none"] ol a').count()).toBeGreaterThan(0)
    const offer = page.locator('[data-offers] button').first()
    await offer.waitFor()
    const count = /\((\d+)\)/.exec((await offer.textContent()) ?? '')?.[1]
    await offer.click()
    await status(page, `${count} article`)
    expect((await titles(page)).length).toBe(Number(count))
    expect(await page.locator('[data-when="none"]').isVisible()).toBe(false)
  })

  test('keeps in the history what was submitted, not what was typed on the way', async () => {
    const page = await open(fixture)
    await page.goto(`${fixture}search/`)
    const submit = async (words: string, found: string) => {
      await page.locator('#search-query').fill('')
      await page.locator('#search-query').pressSequentially(words, { delay: 120 })
      await page.keyboard.press('Enter')
      await status(page, found)
    }
    await submit('girder', '1 article found')
    await submit('item', '12 articles found')
    await page.locator('#search-category').selectOption('Sport')
    await status(page, '2 articles found')
    await page.goBack()
    await status(page, '12 articles found')
    expect(await page.locator('#search-category').inputValue()).toBe('')
    await page.goBack()
    await status(page, '1 article found')
    expect(await query(page)).toBe('girder')
    await page.goForward()
    await status(page, '12 articles found')
    await page.goBack()
    await page.goBack()
    await status(page, 'Type a word to search for.')
    expect(await titles(page)).toEqual([])
    await page.goBack()
    expect(page.url()).toBe(fixture)
  })

  test('is emptied by Escape', async () => {
    const page = await open(`${fixture}search/?q=girder`)
    await status(page, '1 article found')
    await page.locator('[data-results] a').first().focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await status(page, 'Type a word to search for.')
    expect(new URL(page.url()).search).toBe('')
  })
})

describe('a search that finds nothing ends in a clear line', () => {
  const inputs = [
    ['', 'Type a word to search for.'],
    ['   ', 'Type a word to search for.'],
    ['"', 'Nothing found for “"”.'],
    ['""', 'Nothing found for “""”.'],
    ['🦑🦑', 'Nothing found for “🦑🦑”.'],
    ['سمك', 'Nothing found for “سمك”.'],
    [`${'zzqqx '.repeat(83)}zz`, 'Nothing found for'],
    ['q'.repeat(500), 'Nothing found for'],
  ] as const

  test('when it is typed, and the next search works', async () => {
    const page = await open(`${fixture}search/`)
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    for (const [words, line] of inputs) {
      await page.locator('#search-query').fill('"stood shut for"')
      await status(page, '1 article found')
      await page.locator('#search-query').fill(words)
      await status(page, line)
      expect(await page.locator('[data-too-long]').isVisible()).toBe(words.length > 200)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280)
    }
    expect(errors).toEqual([])
  })

  describe('when the address asks', () => {
    const table = pageOfTable()
    test.each(inputs)('for %j', async (words, line) => {
      const page = table()
      await page.goto(`${fixture}search/?q=${encodeURIComponent(words)}`)
      await status(page, line)
      expect(await page.locator('[data-too-long]').isVisible()).toBe(words.length > 200)
    })
  })
})

describe('the index', () => {
  test('is opened anew when another build has taken its place', async () => {
    const page = await open(`${fixture}search/?q=girder`)
    await status(page, '1 article found')
    // From here on the server has the sample's index, and nothing of the one that is open.
    await page.route('**/daily/pagefind/**', (route) => {
      const file = join(SAMPLE_DIST, new URL(route.request().url()).pathname.replace('/daily/', ''))
      return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 })
    })
    await page.locator('#search-query').fill('tsunami')
    await expect.poll(async () => (await titles(page)).join()).toContain('tsunami')
  })

  test('is tried again at the next query when it was missing', async () => {
    const page = await blank()
    await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404 }))
    await page.goto(`${fixture}search/?q=girder`)
    await status(page, 'Search could not be loaded.')
    expect(await page.locator('[data-when="failed"] a', { hasText: 'Archive' }).isVisible()).toBe(true)
    await page.unroute('**/pagefind/**')
    await page.locator('#search-query').fill('timetable')
    await status(page, 'found')
    expect(await page.locator('[data-when="failed"]').isVisible()).toBe(false)
  })

  test.each(['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind', '*.pf_meta', 'fragment/*'])(
    'of which %s is missing ends in a clear line and a button that tries again',
    async (file) => {
      const page = await blank()
      const missing = new RegExp(
        `/pagefind/en/[^/]+/${file.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}(\\?|$)`,
      )
      await page.route(missing, (route) => route.fulfill({ status: 404 }))
      await page.goto(`${fixture}search/?q=girder`)
      await status(page, 'Search could not be loaded.')
      await page.unroute(missing)
      await page.locator('[data-retry]').click()
      await status(page, '1 article found')
    },
  )
})
