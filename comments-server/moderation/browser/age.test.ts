import { expect, test } from 'vitest'
import { ageOf } from './age.ts'

const NOW = new Date('2025-07-04T12:00:00Z')

test.each([
  ['2025-07-04T11:59:40Z', 'en', 'this minute'],
  ['2025-07-04T11:59:00Z', 'en', '1 minute ago'],
  ['2025-07-04T09:00:01Z', 'en', '2 hours ago'],
  ['2025-07-04T09:00:00Z', 'id', '3 jam yang lalu'],
  ['2025-07-02T12:00:00Z', 'id', 'kemarin dulu'],
  ['2025-05-04T12:00:00Z', 'en', '2 months ago'],
  ['2020-07-04T12:00:00Z', 'en', '5 years ago'],
  // A clock that is ahead of ours.
  ['2025-07-04T12:05:00Z', 'en', 'this minute'],
])('%s in %s is %s', (at, locale, age) => {
  expect(ageOf(new Date(at), NOW, locale)).toBe(age)
})
