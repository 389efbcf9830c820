import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import { blank, open, pageOfTable } from '../support/pages.ts'

const fixture = inject('fixtureUrl')
const site = inject('languagesUrl')

const HUMAN = 'Manusia dan laut'
const BUS = 'A man on the night bus'
const TIDE = '潮水回来了'
const HARBOUR = 'الميناء يعود إلى العمل بعد العاصفة'

const said = (page: Page) => page.locator('[data-status]').textContent()
const titles = (page: Page) => page.locator('[data-results] [data-part="title"]').allTextContents()
const offered = (page: Page) => page.locator('[data-offers] [data-part="query"]').allTextContents()
const addressOf = (words: string) => `${site}search/?q=${encodeURIComponent(words)}`
const NEAR = /^Tidak ada yang persis “[^”]+”\. \d artikel memuat kata yang mirip\.$/
const FOUND = '1 artikel ditemukan'

describe('with an index for each language', () => {
  const table = pageOfTable()
  const search = async (words: string) => {
    await table().goto(addressOf(words))
    return table()
  }

  test.each([
    // The English article has "man", "bus" and "port", with which these begin.
    ['manusia', FOUND, HUMAN],
    ['busana', FOUND, HUMAN],
    ['portofolio', FOUND, HUMAN],
    ['manusia busana', FOUND, HUMAN],
    // The Indonesian one has words that begin with these.
    ['man', FOUND, BUS],
    ['port', FOUND, BUS],
    ['bus port', FOUND, BUS],
    // By their stems.
    ['lari', FOUND, HUMAN],
    ['berlari', FOUND, HUMAN],
    ['politic', FOUND, BUS],
    ['politics', FOUND, BUS],
    // As they stand.
    ['"tepi pantai"', FOUND, HUMAN],
    ['"the port"', FOUND, BUS],
    // Without blanks, and from right to left.
    ['码头 潮水', FOUND, TIDE],
    ['潮水回来', FOUND, TIDE],
    ['السفن', FOUND, HARBOUR],
  ])('%s finds the articles that have it alone', async (words, line, title) => {
    const page = await search(words)
    await expect.poll(() => said(page)).toBe(line)
    expect(await titles(page)).toEqual([title])
  })

  test.each([
    ['manusiawi', HUMAN],
    ['portof', HUMAN],
    ['poli', BUS],
    ['manusia qquxx', HUMAN],
  ])('%s stands in none, and finds near words', async (words, title) => {
    const page = await search(words)
    await expect.poll(() => said(page)).toMatch(NEAR)
    expect(await said(page)).toContain(`“${words}”`)
    expect(await titles(page)).toContain(title)
  })

  test('words of two indexes are found in neither, and each is offered', async () => {
    const page = await search('manusia quay')
    await expect.poll(() => said(page)).toContain('Tidak ada hasil untuk “manusia quay”.')
    await expect.poll(() => offered(page)).toEqual(['manusia', 'quay'])
  })

  test('a phrase that stands nowhere is not told as near words', async () => {
    const page = await search('"busana manusia"')
    await expect.poll(() => said(page)).toContain('Tidak ada hasil untuk')
    await expect.poll(async () => (await offered(page))[0]).toBe('busana manusia')
  })

  test('filters and the order by date go by the same indexes', async () => {
    const page = await open(`${site}search/?q=manusia&sort=date`)
    await expect.poll(() => said(page)).toBe(FOUND)
    expect(await titles(page)).toEqual([HUMAN])
    const options = () => page.locator('#search-category option').allInnerTexts()
    await expect.poll(options).toEqual(['Semua', 'People & Places (1)'])
    await page.locator('#search-category').selectOption('People & Places')
    await page.waitForURL('**category=**')
    await expect.poll(() => said(page)).toBe(FOUND)
    expect(await options()).toEqual(['Semua', 'People & Places (1)'])
  })

  test('the dialog says so too, while a word is being typed, in a line that is spoken', async () => {
    const page = await open(`${site}shore/`)
    await page.keyboard.press('/')
    await page.keyboard.type('busan')
    const status = page.locator('search-dialog [role="status"][data-status]')
    await expect.poll(() => status.textContent()).toMatch(NEAR)
    await page.keyboard.type('a')
    await expect.poll(() => status.textContent()).toBe(FOUND)
    expect(await titles(page)).toEqual([HUMAN])
  })
})

describe('what scripts put into the page says its language', () => {
  const marks = (page: Page, selector: string) =>
    page
      .locator(selector)
      .evaluateAll((elements) =>
        elements.map((element) => [
          element.textContent?.trim() ?? '',
          element.closest('[lang]')?.getAttribute('lang') ?? '',
          getComputedStyle(element).direction,
        ]),
      )

  test('results of search, and what its filters offer', async () => {
    const page = await open(`${site}search/?category=Along+the+Shore&sort=date`)
    await expect.poll(() => said(page)).toBe('3 artikel ditemukan')
    expect(await marks(page, '[data-results] [data-part="title"]')).toEqual([
      [HARBOUR, 'ar', 'rtl'],
      [TIDE, 'zh', 'ltr'],
      ['The first tide', 'en', 'ltr'],
    ])
    expect((await marks(page, '[data-results] [data-part="category"]'))[0]).toEqual([
      'Along the Shore',
      'en',
      'ltr',
    ])
    expect((await marks(page, '[data-results] [data-part="date"]'))[0]).toEqual(['7 Juli 2025', 'id', 'ltr'])
    const [all, ...topics] = await marks(page, '#search-tag option')
    expect(all).toEqual(['Semua', 'id', 'ltr'])
    expect(topics.map(([, lang]) => lang)).toEqual(['en', 'en'])
  })

  test('an Indonesian result is of the page’s language', async () => {
    const page = await open(addressOf('manusia'))
    await expect.poll(() => said(page)).toBe(FOUND)
    expect(await marks(page, '[data-results] [data-part="title"]')).toEqual([[HUMAN, 'id', 'ltr']])
  })

  test('the reader’s own list', async () => {
    const page = await open(`${site}shore/pelabuhan-arab/`)
    await page.locator('save-button button').click()
    await page.goto(`${site}saved/`)
    const list = 'kept-list[name="saved"] li'
    await page.locator(list).waitFor()
    expect(await marks(page, `${list} [data-part="title"]`)).toEqual([[HARBOUR, 'ar', 'rtl']])
    expect(await marks(page, `${list} [data-part="category"]`)).toEqual([['Along the Shore', 'en', 'ltr']])
    expect(await marks(page, `${list} [data-part="date"]`)).toEqual([['7 Juli 2025', 'id', 'ltr']])
  })

  test('a gallery in an Arabic article leads on to the left', async () => {
    const page = await open(`${site}shore/pelabuhan-arab/`)
    const counter = page.locator('image-gallery [data-counter]')
    await counter.scrollIntoViewIfNeeded()
    await expect.poll(() => counter.textContent()).toBe('1 dari 3')
    expect(await marks(page, 'image-gallery [data-counter]')).toEqual([['1 dari 3', 'id', 'ltr']])
    await page.getByRole('button', { name: 'Gambar berikutnya' }).first().click()
    await expect.poll(() => counter.textContent()).toBe('2 dari 3')
    await page.locator('.gallery-row').focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => counter.textContent()).toBe('3 dari 3')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => counter.textContent()).toBe('2 dari 3')
    const [previous, next] = await Promise.all(
      ['Gambar sebelumnya', 'Gambar berikutnya'].map((name) =>
        page.locator('.gallery-tools').getByRole('button', { name }).boundingBox(),
      ),
    )
    expect(next?.x).toBeLessThan(previous?.x ?? 0)
  })
})

test('where one language has several indexes, those that lack a word are passed over too', async () => {
  // "timetable" stands in one month; others have "time", with which it begins.
  const page = await open(`${fixture}search/?q=timetable`)
  await expect.poll(() => said(page)).toMatch(/^\d+ articles? found$/)
  for (const excerpt of await page.locator('[data-results] [data-part="excerpt"]').allTextContents())
    expect(excerpt).toContain('timetable')
})

test('a word is looked up with the requests that finding it takes', async () => {
  const page = await blank()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${site}search/?q=manusia`)
  await expect.poll(() => said(page)).toBe(FOUND)
  const chunks = asked.filter((path) => path.endsWith('.pf_index'))
  expect(new Set(chunks).size).toBe(chunks.length)
  // One list of the indexes when they are opened, and one to see whether they are still the same.
  expect(asked.filter((path) => path.endsWith('indexes.json')).length).toBe(2)
})
