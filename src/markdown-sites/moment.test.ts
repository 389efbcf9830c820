import { expect, test } from 'vitest'
import { momentIn } from './moment.ts'

test.each([
  ['2021-03-04', '2021-03-03T17:00:00.000Z'],
  ['2021-3-4', '2021-03-03T17:00:00.000Z'],
  ['2021/03/04 05:06', '2021-03-03T22:06:00.000Z'],
  ['2019-03-04 08:15:00 +0700', '2019-03-04T01:15:00.000Z'],
  ['2021-03-04T05:06:07+09:00', '2021-03-03T20:06:07.000Z'],
  ['2021-03-04T05:06:07.123Z', '2021-03-04T05:06:07.123Z'],
  ['Jul 08 2022', '2022-07-07T17:00:00.000Z'],
  ['8 July 2022 10:00', '2022-07-08T03:00:00.000Z'],
  ['Fri, 08 Jul 2022 10:00:00 +0000', '2022-07-08T10:00:00.000Z'],
  ['2021-02-30', undefined],
  ['true', undefined],
  ['soon, in 2022 perhaps', undefined],
])('%s is a moment', (text, expected) => {
  expect(momentIn(text, 'Asia/Jakarta')?.toISOString()).toBe(expected)
})
