import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { blank } from '../support/pages.ts'
import { readFixture } from '../support/sites.ts'

const fixture = inject('fixtureUrl')

const status = (page: Page, text: string) => page.locator('[data-status]', { hasText: text }).waitFor()
const titles = (page: Page) => page.locator('[data-results] [data-part="title"]').allTextContents()
const older = (page: Page) => page.locator('search-page [data-when="older"]')

type IndexList = Record<string, { name: string; atFirst: boolean }[]>

/** A page for which the fixture's months but the newest are old; and what it asks for of the index. */
async function archivist(): Promise<{ page: Page; asked: string[] }> {
  const list = JSON.parse(await readFixture('pagefind/indexes.json')) as IndexList
  for (const indexes of Object.values(list))
    for (const [i, index] of indexes.entries()) index.atFirst = i === 0
  const page = await blank()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.route('**/pagefind/indexes.json', (route) => route.fulfill({ json: list }))
  return { page, asked }
}

test('the newest articles are searched first, and the older ones at the press of a button', async () => {
  const { page, asked } = await archivist()
  await page.goto(`${fixture}search/?q=item`)
  await status(page, '6 articles found')
  expect(await older(page).locator('p').textContent()).toBe('Searched back to June 2025.')
  expect(asked.filter((path) => /2025-0[45]/.test(path))).toEqual([])
  await older(page).getByRole('button', { name: 'Search 7 older articles, too' }).press('Enter')
  await status(page, '12 articles found')
  expect(await older(page).isHidden()).toBe(true)
  // From then on for every query.
  await page.locator('#search-query').fill('timetable')
  await status(page, 'found')
  expect(await older(page).isHidden()).toBe(true)
})

test('where the newest have nothing the older ones are looked into without being asked', async () => {
  const { page } = await archivist()
  await page.goto(`${fixture}search/?q=girder`)
  await status(page, '1 article found')
  expect(await older(page).isHidden()).toBe(true)
})

test('by date an older index is read when the results of the newer ones have been shown', async () => {
  const page = await blank()
  const found = async () => {
    await status(page, '12 articles found')
    return page.locator('[data-results] time, [data-results] [data-part="date"]').allTextContents()
  }
  await page.goto(`${fixture}search/?q=item&sort=date`)
  const dates = (await found()).map((date) => Date.parse(date))
  expect(dates.length).toBe(10)
  expect(dates).not.toContain(Number.NaN)
  expect(dates).toEqual(dates.toSorted((a, b) => b - a))
  await page.locator('[data-more]:visible').click()
  await expect.poll(async () => (await titles(page)).length).toBe(12)
  const all = (await found()).map((date) => Date.parse(date))
  expect(all).toEqual(all.toSorted((a, b) => b - a))
})
