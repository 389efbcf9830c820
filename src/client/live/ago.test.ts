import { expect, test } from 'vitest'
import { agoIn } from './ago.ts'

test.each([
  ['en', 0, 'this minute'],
  ['en', -5, 'this minute'],
  ['en', 59, 'this minute'],
  ['en', 60, '1 minute ago'],
  ['id', 200, '3 menit yang lalu'],
  ['en', 3599, '59 minutes ago'],
  ['en', 3600, '1 hour ago'],
  ['id', 86_400, '1 hari yang lalu'],
])('in %s, %i seconds ago is %s', (locale, seconds, words) => {
  const now = Date.parse('2026-11-29T19:04Z')
  expect(agoIn(locale, now - seconds * 1000, now)).toBe(words)
})
