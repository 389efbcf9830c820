import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { blank, open } from '../support/pages.ts'
import { pretendToSpeak, spoken } from '../support/speech.ts'

const fixture = inject('fixtureUrl')
const ARTICLE = `${fixture}world/harbour-opens/`
const OTHER = `${fixture}city/berita-daerah/`
const SAVED = `${fixture}saved/`

const said = (page: Page) => page.locator('[data-when]:visible').allTextContents()
const titles = (page: Page, list: string) => page.locator(`kept-list[name="${list}"] li h3`).allTextContents()

describe('saving for later', () => {
  const save = (page: Page) => page.locator('save-button button')

  test('keeps an article, lists it, removes it and brings it back, by keyboard', async () => {
    const page = await open(OTHER)
    await save(page).press('Enter')
    await page.goto(ARTICLE)
    expect(await save(page).textContent()).toMatch(/Save$/)
    await save(page).press('Enter')
    expect(await save(page).textContent()).toMatch(/Saved$/)
    await page.locator('[data-when="kept"] a').press('Enter')
    await page.waitForURL(SAVED)
    const both = ['Harbour opens after the storm', 'Berita daerah dalam bahasa Indonesia']
    await expect.poll(async () => (await titles(page, 'saved')).map((title) => title.trim())).toEqual(both)
    expect(await page.locator('kept-list[name="saved"] li a').last().getAttribute('lang')).toBe('id')

    await page.getByRole('button', { name: 'Remove: Harbour opens after the storm' }).first().press('Enter')
    expect((await titles(page, 'saved')).length).toBe(1)
    expect((await said(page)).join()).toContain('Removed.')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(await focused()).toBe('Remove: Berita daerah dalam bahasa Indonesia')
    await page.locator('kept-list[name="saved"] [data-undo]').press('Enter')
    expect((await titles(page, 'saved')).length).toBe(2)

    await page.locator('kept-list[name="saved"] [data-clear]').press('Enter')
    expect(await titles(page, 'saved')).toEqual([])
    expect(await page.getByText('Nothing saved yet.').isVisible()).toBe(true)
    await page.reload()
    await expect.poll(async () => (await titles(page, 'recent')).length).toBe(2)
    expect(await titles(page, 'saved')).toEqual([])
  })

  test('is undone by the same button, and told to other tabs', async () => {
    const page = await open(ARTICLE)
    await save(page).click()
    const tab = await page.context().newPage()
    await tab.goto(SAVED)
    await expect.poll(async () => (await titles(tab, 'saved')).length).toBe(1)
    await save(page).click()
    expect(await said(page)).toEqual(['Taken off your list.'])
    await expect.poll(() => titles(tab, 'saved')).toEqual([])
  })

  test('says so when the storage is full', async () => {
    const page = await open(fixture)
    await page.evaluate(() => {
      let piece = 'x'.repeat(1_000_000)
      for (let i = 0; piece.length > 0; i++) {
        try {
          localStorage.setItem(`fill-${i}`, piece)
        } catch {
          piece = piece.slice(0, Math.floor(piece.length / 2))
        }
      }
    })
    await page.goto(ARTICLE)
    await save(page).click()
    expect((await said(page)).join()).toMatch(/^Not saved: this browser has no room left/)
    expect(await save(page).textContent()).toMatch(/Save$/)
  })

  test('says so when the storage is forbidden, and all else works', async () => {
    const page = await blank()
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.addInitScript(() => {
      const get = () => {
        throw new DOMException('no', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get })
    })
    await page.goto(ARTICLE)
    await save(page).click()
    expect((await said(page)).join()).toMatch(/^Not saved: this browser does not let sites keep/)
    await page.locator('text-size summary').click()
    await page.locator('text-size button[value="larger"]').click()
    expect(await page.locator('html').getAttribute('data-text-size')).toBe('larger')
    await page.goto(SAVED)
    // The list's own code comes after the page.
    await expect.poll(async () => (await said(page)).length).toBe(2)
    expect(faults).toEqual([])
  })
})

describe('the size of the text', () => {
  const size = () => Number.parseFloat(getComputedStyle(document.querySelector('.prose') as Element).fontSize)

  test('changes by keyboard, and stands before the first paint of the next page', async () => {
    const page = await open(ARTICLE)
    const before = await page.evaluate(size)
    const summary = page.locator('text-size summary')
    await summary.press('Enter')
    await page.locator('text-size button[value="larger"]').press('Enter')
    expect(await page.evaluate(size)).toBeCloseTo(before * 1.45, 1)
    await page.keyboard.press('Escape')
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await page.locator('text-size button').first().isVisible()).toBe(false)

    await page.addInitScript(() => {
      const seen: number[] = []
      Object.assign(window, { seen })
      const look = () => {
        const prose = document.querySelector('.prose')
        if (prose) seen.push(Number.parseFloat(getComputedStyle(prose).fontSize))
        if (seen.length < 5) requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    })
    await page.goto(OTHER)
    const seen = () => page.evaluate(() => (window as unknown as { seen: number[] }).seen)
    await expect.poll(async () => (await seen()).length).toBe(5)
    expect(new Set((await seen()).map((px) => px.toFixed(1)))).toEqual(new Set([(before * 1.45).toFixed(1)]))
    expect(await page.locator('text-size button[value="larger"]').getAttribute('aria-pressed')).toBe('true')
  })
})

describe('reading aloud', () => {
  const play = (page: Page) => page.locator('read-aloud [data-play]')

  test('is offered only where there is a voice for the article’s language', async () => {
    const page = await blank()
    await pretendToSpeak(page, ['en-GB'])
    await page.goto(ARTICLE)
    await play(page).waitFor()
    await page.goto(OTHER)
    expect(await play(page).isVisible()).toBe(false)
    // This Chromium has no voice at all.
    const mute = await open(ARTICLE)
    expect(await play(mute).isVisible()).toBe(false)
  })

  test('speaks the article and nothing else, sentence by sentence, each in its language', async () => {
    const page = await blank()
    await pretendToSpeak(page, ['en-GB', 'id-ID'])
    await page.goto(ARTICLE)
    await play(page).press('Enter')
    await expect.poll(async () => (await spoken(page)).at(-1)).toMatch(/says the timetable/)
    await expect.poll(() => play(page).textContent()).toMatch(/Listen$/)
    expect(await spoken(page)).toEqual([
      'en Harbour opens after the storm',
      'en Ships are back, and the cranes with them.',
      'en The port signed several agreements with the towns upriver.',
      'en It stood shut for a week.',
      'en What changed',
      'en The quay is longer.',
      'en See the match report.',
      'en The plan, drawn for the tests.',
      'en What did not',
      'en What next',
      'en More ships, says the timetable.',
    ])
    expect(await page.locator('[data-spoken]').count()).toBe(0)
    await page.goto(OTHER)
    await play(page).press('Enter')
    await expect.poll(async () => (await spoken(page))[0]).toBe('id Berita daerah dalam bahasa Indonesia')
  })

  test('pauses, goes on with the same sentence, and stops', async () => {
    const page = await blank()
    await pretendToSpeak(page, ['en-GB'], { until: 'It stood shut for a week.' })
    await page.goto(ARTICLE)
    await play(page).click()
    await expect.poll(async () => (await spoken(page)).at(-1)).toBe('en It stood shut for a week.')
    expect(await page.locator('[data-spoken]').textContent()).toContain('It stood shut for a week.')
    await play(page).click()
    expect(await play(page).getAttribute('aria-label')).toBe('Go on')
    const count = (await spoken(page)).length
    await play(page).click()
    await expect.poll(async () => (await spoken(page)).length).toBe(count + 1)
    expect((await spoken(page)).at(-1)).toBe('en It stood shut for a week.')
    await page.getByRole('button', { name: 'Stop reading aloud' }).click()
    expect(await play(page).getAttribute('aria-label')).toBe('Listen')
    expect(await page.locator('[data-stop]').isVisible()).toBe(false)
    await play(page).click()
    await expect.poll(async () => (await spoken(page))[count + 1]).toBe('en Harbour opens after the storm')
  })

  test('says so when the device cannot', async () => {
    const page = await blank()
    await pretendToSpeak(page, ['en-GB'], { fails: true })
    await page.goto(ARTICLE)
    await play(page).click()
    await expect.poll(() => said(page)).toEqual(['This device could not read the article aloud.'])
  })
})

describe('on paper', () => {
  test('there is the article, where it is from, and nothing else, dark theme or not', async () => {
    const page = await open(ARTICLE, { colorScheme: 'dark' })
    await page.locator('theme-switch button[value="dark"]:visible').click()
    await page.emulateMedia({ media: 'print' })
    // biome-ignore lint/performance/useDomNodeTextContent: what is not rendered is not on the paper
    const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ').trim()
    expect(text).toMatch(/^The Fixture World Harbour opens after the storm Ships are back/)
    expect(text).toMatch(/Printed from https:\/\/fixture\.example\/daily\/world\/harbour-opens\/$/)
    for (const part of ['By Ana', 'Sea and sky, drawn for the tests.', '9 m', 'By ten metres.', 'Cici'])
      expect(text).toContain(part)
    for (const other of ['Headlines', 'Advertisement', 'Share', 'Save', 'Topics', 'Enlarge', 'Contents', '#'])
      expect(text).not.toContain(other)
    expect(await page.locator('a:visible, button:visible, input:visible').count()).toBeLessThan(8)
    expect(await page.locator('img:visible').count()).toBe(2)
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement)
      return [backgroundColor, color]
    })
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(22, 24, 29)'])
  })

  test('no picture of a gallery, nor any other, and no card leaves a third of a page blank before it', async () => {
    // As wide and as tall as A4 within the margins of the stylesheet.
    const page = await open(`${fixture}world/river-walk/`, { viewport: { width: 673, height: 986 } })
    await page.emulateMedia({ media: 'print' })
    const heights = await page
      .locator('figure, embed-card')
      .evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().height))
    expect(heights.length).toBeGreaterThan(2)
    expect(Math.min(...heights)).toBeGreaterThan(60)
    expect(Math.max(...heights)).toBeLessThan(986 / 3)
  })

  test('an article makes a PDF of a page or two', async () => {
    const page = await open(ARTICLE)
    const pdf = await page.pdf({ format: 'A4' })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(0)
    expect(pages.length).toBeLessThanOrEqual(2)
  })
})

test('without scripts an article can be shared, and the lists say why they are empty', async () => {
  const page = await open(ARTICLE, { javaScriptEnabled: false })
  await page.locator('[data-tools] summary').first().press('Enter')
  expect(await page.locator('[data-tools] a', { hasText: 'Telegram' }).isVisible()).toBe(true)
  // A feed shares nothing with anybody: it stands by itself.
  expect(await page.locator('share-bar a[href$="rss.xml"]').count()).toBe(0)
  expect(await page.getByRole('link', { name: 'RSS: World' }).getAttribute('href')).toBe(
    '/daily/world/rss.xml',
  )
  for (const control of ['save-button', 'text-size', 'read-aloud'])
    expect(await page.locator(control).isVisible(), control).toBe(false)
  await page.goto(SAVED)
  // Playwright calls all that is in a noscript invisible, but it has its place on the page.
  const explanation = page.locator('#content noscript')
  expect(await explanation.textContent()).toContain('These lists are kept by your browser')
  expect((await explanation.boundingBox())?.height).toBeGreaterThan(20)
  expect(await page.locator('kept-list').first().isVisible()).toBe(false)
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
})

test.each([320, 1440])('the tools are one row at %i pixels, while all of them are there', async (width) => {
  const page = await blank({ viewport: { width, height: 740 } })
  await pretendToSpeak(page, ['en-GB'], { until: 'Harbour opens after the storm' })
  await page.goto(ARTICLE)
  for (const control of ['save-button button', 'read-aloud [data-play]', 'text-size summary'])
    await page.locator(control).click()
  await page.locator('[data-stop]').waitFor()
  const rows = await page
    .locator('[data-tools] .tool:visible')
    .evaluateAll((tools) => tools.map((tool) => tool.getBoundingClientRect().top))
  expect(new Set(rows).size).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await page.locator('share-bar summary').click()
  expect(await page.locator('text-size button').first().isVisible()).toBe(false)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})
