import robotsParser from 'robots-parser'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { filesOf, FIXTURE_DIST, readFixture } from '../support/sites.ts'

const SITE = 'https://fixture.example/daily/'

test('crawlers find in robots.txt what the config says', async () => {
  const robots = robotsParser('https://fixture.example/robots.txt', await readFixture('robots.txt'))
  const may = (name: string) => robots.isAllowed(`${SITE}world/harbour-opens/`, name)
  expect([may('Googlebot'), may('GPTBot'), may('OAI-SearchBot'), may('ChatGPT-User')]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('ads.txt and security.txt are those of the config', async () => {
  expect(await readFixture('ads.txt')).toBe(
    'exchange.example, pub-7, DIRECT, f08c47fec0942fa0\nresold.example, 42, RESELLER\n',
  )
  const security = await readFixture('.well-known/security.txt')
  expect(security).toContain('Contact: mailto:it@fixture.example\n')
  expect(security).toMatch(/^Expires: 2025-12-2\dT00:00:00\.000Z$/m)
})

test('llms.txt names articles whose Markdown is there', async () => {
  const files = await filesOf(FIXTURE_DIST)
  const links = [...(await readFixture('llms.txt')).matchAll(/\]\((https:[^)]+)\)/g)].map(
    ([, url = '']) => url,
  )
  expect(links.length).toBeGreaterThan(12)
  for (const link of links) expect(files).toContain(link.slice(SITE.length))
})

test('every article that is published is there as Markdown too, and says so in its head', async () => {
  const files = await filesOf(FIXTURE_DIST)
  const markdown = files.filter((file) => file.endsWith('.md'))
  expect(markdown.length).toBeGreaterThan(14)
  expect(markdown).not.toContain('world/ghost-ship.md')
  for (const file of markdown) {
    const page = file.replace(/\.md$/, '/')
    expect(await readFixture(`${page}index.html`)).toContain(
      `<link rel="alternate" type="text/markdown" href="/daily/${file}">`,
    )
    const [, front = ''] = /^---\n(.*?)\n---\n\n# /s.exec(await readFixture(file)) ?? []
    expect(parse(front), file).toMatchObject({
      title: expect.any(String),
      authors: expect.any(Array),
      published: expect.stringMatching(/T\d\d:\d\d:\d\d\+09:00$/),
      canonical: SITE + page,
    })
  }
})

test('Markdown of an article has its words, pictures and corrections', async () => {
  const files = await filesOf(FIXTURE_DIST)
  const harbour = await readFixture('world/harbour-opens.md')
  const pictures = [...harbour.matchAll(/https:\/\/fixture\.example\/daily\/(_astro\/[^ )\n]+)/g)].map(
    ([, file]) => file,
  )
  expect(pictures.length).toBe(2)
  for (const picture of pictures) expect(files).toContain(picture)
  expect(harbour).toContain('several agreements')
  expect(await readFixture('city/library-hours.md')).toContain('The library has 7 rooms, not 6.')
  const markup = await readFixture('world/markup-in-words.md')
  expect(parse(markup.split('---\n')[1] ?? '').title).toBe(
    '<script>alert(1)</script> & "quotes" ]]> 😀 مرحبا',
  )
  const [, , body] = markup.split(/^---$/m)
  expect(body).not.toMatch(/(?<!\\)<(script|iframe|img)/)
})
