import type { Page } from 'playwright-core'
import { inject } from 'vitest'

const fixture = inject('fixtureUrl')
const languages = inject('languagesUrl')
const sample = inject('sampleUrl')
const arabic = inject('arabicUrl')

export const ARTICLE = `${fixture}world/harbour-opens/`
export const GALLERY = `${fixture}world/river-walk/`
/** From right to left, with a gallery, and one from left to right within that chrome. */
export const ARABIC_ARTICLE = `${arabic}nature/waterwheel/`
export const ENGLISH_IN_ARABIC = `${arabic}nature/visitor-notes/`
export const SAMPLE_ARTICLE = `${sample}politics/xi-putin-moscow-joint-statement/`

/** The comment server of the newsroom in four languages, which answers only as the tests say. */
const COMMENTS = 'https://tanggapan.teluk.example/'

export interface PageKind {
  name: string
  url: string
  /** Files of src/pages that make it; a fragment's is with the page that fetches it. */
  routes: string[]
  /** What is done in the browser before it goes there. */
  before?: (page: Page) => Promise<unknown>
  /** Other sites of the outlet's own that it may ask. */
  asks?: string[]
  /** What the reader scrolls to, for what is fetched when it comes near. */
  near?: string
  /** What comes late: waited for, before the page is judged. */
  shows?: string
}

const SECTION = '[category]/[...page].astro'
const ARTICLES = '[category]/[slug].astro'

/** Every kind of page that readers meet. */
export const PAGE_KINDS: PageKind[] = [
  { name: 'front', url: fixture, routes: ['index.astro'] },
  {
    name: 'article',
    url: ARTICLE,
    routes: [ARTICLES, 'fragments/ticker.astro', 'fragments/trending/[category].astro'],
    near: 'aside',
    shows: 'aside lazy-fragment h2',
  },
  { name: 'article with gallery, table and cards', url: GALLERY, routes: [ARTICLES] },
  { name: 'article without a picture', url: `${fixture}sport/cup-final/`, routes: [ARTICLES] },
  { name: 'article in another language', url: `${fixture}city/berita-daerah/`, routes: [ARTICLES] },
  { name: 'opinion', url: `${fixture}world/markup-in-words/`, routes: [ARTICLES] },
  { name: 'sponsored article', url: `${fixture}city/market-roof/`, routes: [ARTICLES] },
  { name: 'corrected article', url: `${fixture}city/library-hours/`, routes: [ARTICLES] },
  { name: 'part of a series', url: `${fixture}world/far-election/`, routes: [ARTICLES] },
  {
    name: 'live coverage',
    url: `${fixture}sport/rowing-club/`,
    routes: [ARTICLES, 'fragments/live/[slug]/[entry]/[digest].astro'],
  },
  {
    name: 'older page of live coverage',
    url: `${fixture}sport/rowing-club/live/1/`,
    routes: ['[category]/[slug]/live/[page].astro'],
  },
  { name: 'withdrawn article', url: `${fixture}world/ghost-ship/`, routes: [ARTICLES] },
  {
    name: 'article with comments',
    url: `${languages}shore/tide-one/`,
    routes: [ARTICLES],
    before: answerForComments,
    asks: [COMMENTS],
    near: '#comments',
    shows: '[data-live] [data-comment]',
  },
  { name: 'section', url: `${fixture}city/`, routes: [SECTION] },
  {
    name: 'older page of a section',
    url: `${fixture}city/page/1/`,
    routes: [SECTION],
    near: 'aside',
    shows: 'aside lazy-fragment h2',
  },
  { name: 'section without articles', url: `${fixture}empty/`, routes: [SECTION] },
  { name: 'tag', url: `${fixture}tag/town/`, routes: ['tag/[tag]/[...page].astro'] },
  {
    name: 'older page of a tag',
    url: `${fixture}tag/town/page/1/`,
    routes: ['tag/[tag]/[...page].astro', 'fragments/trending/index.astro'],
    near: 'aside',
    shows: 'aside lazy-fragment h2',
  },
  { name: 'series', url: `${fixture}series/far-away/`, routes: ['series/[series]/index.astro'] },
  { name: 'corrections', url: `${fixture}corrections/`, routes: ['corrections/[...page].astro'] },
  { name: 'author', url: `${fixture}author/ana/`, routes: ['author/[author]/[...page].astro'] },
  { name: 'archive', url: `${fixture}archive/`, routes: ['archive/index.astro'] },
  { name: 'year of the archive', url: `${fixture}archive/2025/`, routes: ['archive/[year]/index.astro'] },
  {
    name: 'month of the archive',
    url: `${fixture}archive/2025/05/`,
    routes: ['archive/[year]/[month]/[...page].astro'],
  },
  {
    name: 'search with results',
    url: `${fixture}search/?q=item`,
    routes: ['search.astro'],
    shows: '[data-results] h2',
  },
  { name: 'search before a query', url: `${fixture}search/`, routes: ['search.astro'] },
  {
    name: 'search that found nothing',
    url: `${fixture}search/?q=%22girder+timetable%22`,
    routes: ['search.astro'],
    shows: '[data-offers] button',
  },
  { name: 'saved articles', url: `${fixture}saved/`, routes: ['saved.astro'], before: keepArticles },
  { name: 'saved articles, none yet', url: `${fixture}saved/`, routes: ['saved.astro'] },
  { name: 'list of feeds', url: `${fixture}feeds/`, routes: ['feeds.astro'] },
  {
    name: 'breaking news',
    url: `${fixture}feeds/breaking/`,
    routes: ['feeds/breaking.astro', 'fragments/breaking.astro'],
  },
  { name: 'static page', url: `${fixture}about/`, routes: ['[page].astro'] },
  { name: 'not found', url: `${fixture}404.html`, routes: ['404.astro'] },
  {
    name: 'old address',
    url: `${fixture}2025/06/old-harbour/`,
    routes: ['[...alias].ts'],
    // It leads on at once; where nothing comes the browser stays.
    before: (page) => page.route(ARTICLE, (route) => route.fulfill({ status: 204 })),
  },
  { name: 'most read', url: `${fixture}trending/`, routes: ['trending.astro'] },
  { name: 'Arabic front', url: arabic, routes: ['index.astro'] },
  {
    name: 'Arabic article',
    url: ARABIC_ARTICLE,
    routes: [ARTICLES],
    near: 'aside',
    shows: 'aside lazy-fragment h2',
  },
  { name: 'English article in an Arabic chrome', url: ENGLISH_IN_ARABIC, routes: [ARTICLES] },
  { name: 'withdrawn Arabic article', url: `${arabic}city/night-bus/`, routes: [ARTICLES] },
  { name: 'Arabic section', url: `${arabic}city/`, routes: [SECTION] },
  {
    name: 'Arabic month of the archive',
    url: `${arabic}archive/2025/07/`,
    routes: ['archive/[year]/[month]/[...page].astro'],
  },
  { name: 'Arabic author', url: `${arabic}author/salma/`, routes: ['author/[author]/[...page].astro'] },
  {
    name: 'Arabic search with results',
    url: `${arabic}search/?q=%D8%A7%D9%84%D8%AE%D8%B4%D8%A8`,
    routes: ['search.astro'],
    shows: '[data-results] h2',
  },
  { name: 'Arabic list of feeds', url: `${arabic}feeds/`, routes: ['feeds.astro'] },
  { name: 'Arabic page not found', url: `${arabic}404.html`, routes: ['404.astro'] },
  { name: 'sample front', url: sample, routes: ['index.astro'] },
  {
    name: 'sample article',
    url: SAMPLE_ARTICLE,
    routes: [ARTICLES],
    near: 'aside',
    shows: 'aside lazy-fragment h2',
  },
  {
    name: 'sample article with comments in files',
    url: `${sample}international-relations/timor-leste-long-road-to-asean/`,
    routes: [ARTICLES],
    shows: '#comments [data-comment]',
  },
  { name: 'sample list of feeds', url: `${sample}feeds/`, routes: ['feeds.astro'] },
  { name: 'sample most read', url: `${sample}trending/`, routes: ['trending.astro'] },
  { name: 'sample section', url: `${sample}international-relations/`, routes: [SECTION] },
  {
    name: 'sample search',
    url: `${sample}search/?q=agreement`,
    routes: ['search.astro'],
    shows: '[data-results] h2',
  },
]

/** Goes there and waits until all of it is there. */
export async function goTo(page: Page, { url, near, shows }: PageKind): Promise<void> {
  await page.goto(url)
  if (await page.locator('header').count()) {
    // On a phone it may stand at the page's end, and is fetched when it is seen.
    await page
      .locator('headline-ticker, lazy-fragment[data-margin]')
      .locator('visible=true')
      .first()
      .scrollIntoViewIfNeeded()
    await page.locator('headline-ticker').first().waitFor()
  }
  if (near) await page.locator(near).last().scrollIntoViewIfNeeded()
  if (shows) await page.locator(shows).first().waitFor()
  await page.evaluate(() => scrollTo(0, 0))
}

async function keepArticles(page: Page) {
  await page.goto(ARTICLE)
  await page.locator('save-button button').click()
}

/** In place of the comment server: a comment, its answer, and one that waits. */
async function answerForComments(page: Page) {
  const said = { objectId: 1, nick: 'Sari', orig: 'Terima kasih.', time: Date.UTC(2025, 6, 7) }
  const answer = { ...said, objectId: 2, pid: 1, link: 'https://reader.example/', orig: 'Sama-sama.' }
  const waiting = { ...said, objectId: 3, status: 'waiting' }
  const data = { page: 1, totalPages: 1, data: [{ ...said, children: [answer] }, waiting] }
  await page.route(`${COMMENTS}**`, (route) =>
    route.fulfill({ json: { errno: 0, data }, headers: { 'Access-Control-Allow-Origin': '*' } }),
  )
}
