import { expect, test } from 'vitest'
import { momentInName, numberInName } from './moment-in-name.ts'

test.each([
  ['2026-11-29-1904', '2026-11-29T19:04', 1],
  ['2026-11-29-190407', '2026-11-29T19:04:07', 1],
  ['2026-11-29-1904-2', '2026-11-29T19:04', 2],
  ['2026-11-29-1904-goal', '2026-11-29T19:04', 1],
  ['2026-11-29-1904-goal-12', '2026-11-29T19:04', 12],
  ['2026-11-29-0000', '2026-11-29T00:00', 1],
  ['2026-11-29-2400', undefined, 1],
  ['2026-11-29-1960', undefined, 1],
  ['2026-11-29', undefined, 29],
  ['kick-off', undefined, 1],
  ['goal-2', undefined, 2],
])('%s is of %s, number %i', (id, moment, number) => {
  expect(momentInName(id)).toBe(moment)
  if (id !== '2026-11-29' && moment === undefined && !/^\d/.test(id)) expect(numberInName(id)).toBe(number)
  if (moment !== undefined) expect(numberInName(id)).toBe(number)
})
