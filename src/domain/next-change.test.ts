import { expect, test } from 'vitest'
import { siteWith } from '../../tests/support/newsroom.ts'
import { nextChange } from './next-change.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2025-07-04T12:00Z')
const waline = { provider: 'waline', server: 'https://comments.warta.example/' } as const

test.each([
  ['nothing is published', [], {}, undefined],
  ['an article leaves the news sitemap', [NOW - HOUR], {}, NOW + 47 * HOUR],
  ['an article leaves the trending lists', [NOW - 3 * DAY], {}, NOW + 11 * DAY],
  ['all that changes has changed', [NOW - 15 * DAY], {}, undefined],
  ['the moment itself is no change to come', [NOW - 2 * DAY], {}, NOW + 12 * DAY],
  ['comments close', [NOW - 20 * DAY], { comments: { ...waline, closeAfterDays: 30 } }, NOW + 10 * DAY],
  ['comments that never close', [NOW - 20 * DAY], { comments: waline }, undefined],
  ['no comments', [NOW - 20 * DAY], { comments: { closeAfterDays: 30 } }, undefined],
  [
    'the day of security.txt ends',
    [],
    { security: { contact: ['mailto:it@warta.example'] } },
    NOW + 12 * HOUR,
  ],
  ['the soonest of many articles', [NOW - HOUR, NOW - 47 * HOUR, NOW - DAY], {}, NOW + HOUR],
])('%s', (_case, published, settings, expected) => {
  expect(nextChange(published, siteWith(settings), NOW)).toBe(expected)
})
