import { expect, test } from 'vitest'
import { contrast, legible, mixed, ratio } from './contrast.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#000000', 21],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#ffff00', '#ffffff', 1.07],
  ['#a3161a', '#a3161a', 1],
])('%s on %s is %d', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 2)
})

test.each([
  [4.4999, '4.49:1'],
  [4.5, '4.5:1'],
  [21, '21:1'],
])('%d is told as %s', (value, told) => {
  expect(ratio(value)).toBe(told)
})

test('a colour is mixed as CSS mixes it', () => {
  expect(mixed('#000000', '#ffffff', 0.52)).toBe('#858585')
  expect(mixed('#a3161a', '#ffffff', 0)).toBe('#a3161a')
  expect(mixed('#a3161a', '#012345', 1)).toBe('#012345')
})

test.each([
  ['#999999', ['#ffffff']],
  ['#a3161a', ['#121417', '#1b1e23']],
  ['#e0b000', ['#ffffff', '#f6f4ef']],
])('%s can be made such that it is read on %j, and no more than that', (colour, grounds) => {
  const found = legible(colour, grounds) ?? colour
  for (const ground of grounds) expect(contrast(found, ground)).toBeGreaterThanOrEqual(4.5)
  expect(Math.min(...grounds.map((ground) => contrast(found, ground)))).toBeLessThan(4.7)
})

test('nothing is read on black and on white', () => {
  expect(legible('#777777', ['#000000', '#ffffff', '#16181d', '#f6f4ef'])).toBeUndefined()
})
