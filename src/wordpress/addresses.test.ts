import { expect, test } from 'vitest'
import { nicenameOf } from './addresses.ts'

test.each([
  ['ani', 'ani'],
  ['Ani_R', 'ani_r'],
  ['ani.rahma wati', 'ani-rahma-wati'],
  ['José', 'jose'],
  ['ani!', 'ani'],
])('who signs in as %s has the page %s', (login, name) => {
  expect(nicenameOf(login)).toBe(name)
})
