import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { contentOf, filesOf, FIXTURE_DIST, readFixture } from '../support/sites.ts'
import { thingsIn } from '../support/structured-data.ts'

const COVERAGE = 'sport/rowing-club/'
const SITE = 'https://fixture.example/daily/'
const ADDRESS = SITE + COVERAGE

let files: string[]
beforeAll(async () => {
  files = await filesOf(FIXTURE_DIST)
})

test('what waits, is a draft or was taken back stands in no file of the site, packed ones too', async () => {
  const secrets = ['xembargoedentry', 'ydraftentry', 'qwithdrawnboat']
  const found: string[] = []
  for (const file of files) {
    const content = await contentOf(join(FIXTURE_DIST, file))
    if (secrets.some((secret) => content.includes(secret))) found.push(file)
  }
  expect(files.length).toBeGreaterThan(200)
  expect(found).toEqual([])
})

describe('search engines', () => {
  test('are told of the coverage and of each update on the page', async () => {
    const [blog] = thingsIn(await readFixture(`${COVERAGE}index.html`)).get('LiveBlogPosting') ?? []
    expect(blog).toMatchObject({
      coverageStartTime: '2025-06-11T08:00:00+09:00',
      dateModified: '2025-06-11T09:20:00+09:00',
    })
    const { liveBlogUpdate } = blog as { liveBlogUpdate: Record<string, string>[] }
    expect(liveBlogUpdate.length).toBe(5)
    expect(liveBlogUpdate[0]).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'The club wins',
      articleBody: 'That is the day, and no boat was lost.',
      url: `${ADDRESS}#2025-06-11-0915`,
      datePublished: '2025-06-11T09:15:00+09:00',
    })
  })

  test('have the older pages in the sitemap, with the date of their newest change', async () => {
    const xml = await readFixture('sitemap-0.xml')
    expect(xml).toContain(`<loc>${ADDRESS}live/1/</loc><lastmod>2025-06-10T23:40:00.000Z</lastmod>`)
    expect(xml).toContain(`<loc>${ADDRESS}</loc><lastmod>2025-06-11T00:20:00.000Z</lastmod>`)
  })
})

describe('feeds', () => {
  test('the coverage has its own, with an item for each entry, at the page that it is on', async () => {
    const feed = JSON.parse(await readFixture(`${COVERAGE}feed.json`)) as {
      title: string
      items: { id: string; url: string; title: string; content_html: string }[]
    }
    expect(feed.title).toBe('Rowing club in the news - The Fixture')
    expect(feed.items.map(({ url }) => url.slice(ADDRESS.length))).toEqual([
      '#2025-06-11-0915',
      '#2025-06-11-0910',
      '#2025-06-11-0905',
      '#2025-06-11-0900',
      '#2025-06-11-0855',
      'live/2/#2025-06-11-0850',
    ])
    expect(feed.items[0]).toMatchObject({
      id: 'tag:fixture.example,2025:rowing-club/live/2025-06-11-0915',
      title: 'The club wins',
    })
    expect(feed.items[1]?.content_html).toContain(`<img src="${SITE}_astro/quay`)
    expect(files).toEqual(expect.arrayContaining([`${COVERAGE}rss.xml`, `${COVERAGE}atom.xml`]))
  })

  test('in those of lists it is one item, with its key events', async () => {
    const { items } = JSON.parse(await readFixture('sport/feed.json')) as {
      items: { url: string; content_html: string }[]
    }
    const own = items.filter(({ url }) => url.startsWith(ADDRESS))
    expect(own.map(({ url }) => url)).toEqual([ADDRESS])
    expect(own[0]?.content_html).toContain(
      `<a href="${ADDRESS}live/1/#2025-06-11-0815">The first race has started</a>`,
    )
  })

  test('those who look for feeds find that of what goes on, and not that of what is over', async () => {
    const page = await readFixture('feeds/index.html')
    expect(page).toContain('/sport/rowing-club/rss.xml')
    expect(page).not.toContain('/world/river-walk/rss.xml')
    expect(files).toContain('world/river-walk/rss.xml')
    expect(await readFixture(`${COVERAGE}index.html`)).toContain('/sport/rowing-club/rss.xml')
  })
})

test('as Markdown it has every entry, with absolute addresses', async () => {
  const markdown = await readFixture('sport/rowing-club.md')
  expect(markdown.match(/^### /gm)?.length).toBe(13)
  expect(markdown).toContain('### 11 June 2025 - 09:15 WIT: The club wins')
  expect(markdown).toContain(`[link](${SITE}sport/cup-final/)`)
  expect(markdown).toContain('This update was withdrawn. This named the wrong boat.')
})

test('lists show the state in words, and the newest key event', async () => {
  const list = await readFixture('sport/index.html')
  expect(list).toMatch(/data-live-state="live"[^>]*>\s*Live\s*</)
  expect(list).toMatch(/data-live-key[^>]*>\s*The club wins\s*</)
  expect(await readFixture('fragments/ticker/index.html')).not.toContain('data-live-state="ended"')
})

test('the state that browsers ask for is small, and names entries that are there', async () => {
  const text = await readFixture('fragments/live/rowing-club.json')
  expect(text.length).toBeLessThan(1000)
  const { entries, pinned, isWhole } = JSON.parse(text) as {
    entries: [string, string][]
    pinned: [string, string]
    isWhole: boolean
  }
  expect(isWhole).toBe(false)
  expect(entries.length).toBe(7)
  for (const [id, digest] of [...entries, pinned]) {
    const entry = await readFile(
      join(FIXTURE_DIST, 'fragments/live/rowing-club', id, digest, 'index.html'),
      'utf8',
    )
    expect(entry).toContain(`data-digest="${digest}"`)
    expect(entry).toContain(`id="${id}"`)
  }
  const page = await readFixture(`${COVERAGE}index.html`)
  for (const [, id, digest] of page.matchAll(/data-entry="([^"]+)" data-digest="([^"]+)"/g))
    expect([...entries, pinned]).toContainEqual([id, digest])
})

test('both shapes of an article may be live coverage', async () => {
  const walk = await readFixture('world/river-walk/index.html')
  expect(walk).toContain('id="2025-05-01-1130-landing"')
  expect(walk).not.toContain('<live-coverage')
})
