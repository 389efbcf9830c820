import { expect, test } from 'vitest'
import { codePointsOf, rangesOf } from './unicode-range.ts'

test.each([
  [['U+20-7E', 'U+A0'], 96],
  [['U+0041', 'U+41-43'], 3],
  [['U+4??'], 256],
])('%j are %i code points', (ranges, count) => {
  expect(codePointsOf(ranges).size).toBe(count)
})

test('code points are written as the fewest ranges', () => {
  expect(rangesOf(new Set([0x43, 0x41, 0x42, 0xe9, 0x2013, 0x2014]))).toEqual([
    'U+41-43',
    'U+E9',
    'U+2013-2014',
  ])
  expect(rangesOf(new Set())).toEqual([])
  const ranges = ['U+0-FF', 'U+152-153', 'U+20AC']
  expect(rangesOf(codePointsOf(ranges))).toEqual(ranges)
})
