import { describe, expect, test } from 'vitest'
import { article, editionOf, entry, siteWith } from '../../../tests/support/newsroom.ts'
import { keyEvents, pinnedEntry } from './entries.ts'
import { pageOfEntry } from './pages.ts'

const AT = new Date('2025-07-05T12:00+07:00')
const LIVE = { state: 'live', from: '2025-07-05T09:00' } as const

function liveOf(entries: ReturnType<typeof entry>[], options: { unpublished?: boolean } = {}) {
  const written = { ...article('match', { live: LIVE }), entries }
  const edition = editionOf([written, article('report')], { at: AT, ...options })
  const { live } = edition.bySlug.get('match') ?? {}
  if (!live) throw new Error('no live coverage')
  return { live, edition }
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

test('entries stand newest first, those of one moment by their numbers', () => {
  const ids = [
    '2025-07-05-1000-10',
    '2025-07-05-1000',
    '2025-07-05-1000-2',
    '2025-07-05-0959',
    '2025-07-05-1001',
  ]
  expect(idsOf(liveOf(ids.map((id) => entry(id))).live.entries)).toEqual([
    '2025-07-05-1001',
    '2025-07-05-1000-10',
    '2025-07-05-1000-2',
    '2025-07-05-1000',
    '2025-07-05-0959',
  ])
})

test('an edited entry stays at its place', () => {
  const entries = [entry('2025-07-05-1000', { updatedAt: '2025-07-05T11:00' }), entry('2025-07-05-1030')]
  expect(idsOf(liveOf(entries).live.entries)).toEqual(['2025-07-05-1030', '2025-07-05-1000'])
})

describe('drafts and entries to come', () => {
  const entries = [
    entry('2025-07-05-1000', { draft: true }),
    entry('2025-07-05-1201'),
    entry('2025-07-05-1100'),
  ]

  test('are in no edition for readers', () => {
    expect(idsOf(liveOf(entries).live.entries)).toEqual(['2025-07-05-1100'])
  })

  test('are marked in one for the desk', () => {
    const { live } = liveOf(entries, { unpublished: true })
    expect(live.entries.map(({ unpublished }) => unpublished)).toEqual(['scheduled', undefined, 'draft'])
  })
})

test('of a withdrawn entry nothing is left but its place and the reason', () => {
  const withdrawn = { at: '2025-07-05T11:30', reason: 'Wrong.' }
  const { live } = liveOf([entry('2025-07-05-1000', { title: 'Secret', key: true, pinned: true, withdrawn })])
  expect(JSON.stringify(live.entries)).not.toContain('Secret')
  expect(live.entries[0]?.withdrawn?.reason).toBe('Wrong.')
  expect([keyEvents(live), pinnedEntry(live)]).toEqual([[], undefined])
})

test('a page of older entries never gets others, however many come', () => {
  const all = Array.from({ length: 30 }, (_, i) => entry(`2025-07-05-09${String(i).padStart(2, '0')}`))
  const known = new Map<string, number>()
  for (let count = 0; count <= all.length; count++) {
    for (const [id, page] of pageOfEntry(liveOf(all.slice(0, count)).live, 4)) {
      if (known.has(id)) expect(page).toBe(known.get(id))
      else if (page !== undefined) known.set(id, page)
    }
  }
  expect(known.size).toBe(24)
})

describe('a list', () => {
  const summaryOf = (entries: ReturnType<typeof entry>[]) =>
    liveOf(entries).edition.summaries.find(({ slug }) => slug === 'match')

  test('changes with key events alone', () => {
    const key = entry('2025-07-05-1000', { title: 'Goal', key: true })
    const before = summaryOf([key])
    expect(before?.live).toEqual({ state: 'live', key: 'Goal' })
    expect(summaryOf([key, entry('2025-07-05-1100')])).toEqual(before)
  })

  test('shows what is over as any other article', () => {
    const over = {
      ...article('match', { live: { ...LIVE, state: 'ended' } }),
      entries: [entry('2025-07-05-1000', { key: true })],
    }
    expect(editionOf([over], { at: AT }).summaries[0]?.live).toBeUndefined()
  })
})

test('whoever writes an entry has a page, and the article that came of it is led to once it is there', () => {
  const { live, edition } = liveOf([
    entry('2025-07-05-1000', { authors: ['only-live'], article: 'report' }),
    entry('2025-07-05-1001', { article: 'not-there-yet' }),
  ])
  expect(idsOf(live.entries.filter(({ article }) => article))).toEqual(['2025-07-05-1000'])
  expect(edition.authors.map(({ slug }) => slug)).toContain('only-live')
})

test('the size of a page is a setting', () => {
  expect(siteWith().pageSize.live).toBe(20)
})
