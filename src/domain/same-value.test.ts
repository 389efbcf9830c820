import { expect, test } from 'vitest'
import { isSameValue } from './same-value.ts'

test.each([
  [1, 1, true],
  [Number.NaN, Number.NaN, true],
  [0, -0, false],
  ['1', 1, false],
  [null, undefined, false],
  [null, {}, false],
  [new Date(5), new Date(5), true],
  [new Date(5), new Date(6), false],
  [new Date(5), {}, false],
  [new Date(Number.NaN), new Date(Number.NaN), true],
  [[1, [2]], [1, [2]], true],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [{ a: 1, b: { c: [new Date(1)] } }, { b: { c: [new Date(1)] }, a: 1 }, true],
  [{ a: undefined }, {}, false],
  [{ a: undefined }, { b: undefined }, false],
  [{ a: 1 }, { a: 1, b: 2 }, false],
])('%j and %j: %s', (one, other, isSame) => {
  expect(isSameValue(one, other)).toBe(isSame)
  expect(isSameValue(other, one)).toBe(isSame)
})
