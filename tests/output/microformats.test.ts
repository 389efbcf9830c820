import { mf2 } from 'microformats-parser'
import { describe, expect, test } from 'vitest'
import { readFixture } from '../support/sites.ts'

const SITE = 'https://fixture.example/daily/'

type Item = ReturnType<typeof mf2>['items'][number]

async function itemsOf(path: string): Promise<Item[]> {
  return mf2(await readFixture(`${path}index.html`), { baseUrl: SITE + path }).items
}

const isOf = (type: string) => (item: Item | string) => typeof item !== 'string' && item.type?.includes(type)

describe('an article is an h-entry, as readers of the open web parse it', () => {
  test('with its words, dates, authors, topics and picture', async () => {
    const [entry] = (await itemsOf('world/harbour-opens/')).filter(isOf('h-entry'))
    const { author = [], featured, content, ...plain } = entry?.properties ?? {}
    expect(plain).toEqual({
      name: ['Harbour opens after the storm'],
      summary: ['Ships are back, and the cranes with them.'],
      url: [`${SITE}world/harbour-opens/`],
      published: ['2025-06-20T00:00:00.000Z'],
      updated: ['2025-06-21T01:30:00.000Z'],
      category: ['Harbour', 'Trade'],
    })
    const cards = author.filter((card) => typeof card !== 'string' && 'properties' in card)
    expect(cards.map(({ type, properties }) => [type, properties])).toEqual([
      [['h-card'], { name: ['Ana Tes'], url: [`${SITE}author/ana/`] }],
      [['h-card'], { name: ["Budi O'Hara"], url: [`${SITE}author/budi/`] }],
    ])
    expect(featured).toMatchObject([{ alt: 'Two bands of colour, sea and sky' }])
    expect(content).toMatchObject([{ value: expect.stringContaining('several agreements') }])
  })

  test('the only one of its page that stands in no list', async () => {
    const items = await itemsOf('world/harbour-opens/')
    expect(items.filter(isOf('h-entry')).length).toBe(1)
    expect(items.filter(isOf('h-feed')).length).toBe(1)
  })

  test('markup in a title is its words', async () => {
    const [entry] = (await itemsOf('world/markup-in-words/')).filter(isOf('h-entry'))
    expect(entry?.properties.name).toEqual(['<script>alert(1)</script> & "quotes" ]]> 😀 مرحبا'])
  })
})

test.each([
  ['', 'The Fixture', 9],
  ['city/', 'City', 5],
  ['tag/town/', 'Town', 3],
  ['author/ana/', 'Ana Tes', 3],
  ['series/far-away/', 'News from far away', 3],
  ['archive/2025/05/', 'May 2025', 3],
])('the list at /%s is an h-feed', async (path, name, least) => {
  const feeds = (await itemsOf(path)).filter(isOf('h-feed'))
  expect(feeds.length).toBe(1)
  const entries = (feeds[0]?.children ?? []).filter(isOf('h-entry'))
  expect(feeds[0]?.properties.name?.[0]).toContain(name)
  expect(entries.length).toBeGreaterThanOrEqual(least)
  for (const { properties } of entries) {
    expect(properties.name?.[0]).toMatch(/\S/)
    expect(properties.url?.[0]).toMatch(/^https:\/\/fixture\.example\/daily\/\w+\/[\w-]+\/$/)
    expect(properties.published?.[0]).toMatch(/Z$/)
  }
})
