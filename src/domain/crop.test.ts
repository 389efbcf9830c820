import { expect, test } from 'vitest'
import { cropOf, focusAttributes, parsePosition, positionOf } from './crop.ts'

const WIDE = { width: 1600, height: 900 }
const TALL = { width: 900, height: 1600 }

test.each([
  [WIDE, 16 / 9, undefined, [0, 0, 1600, 900]],
  [WIDE, 1, undefined, [350, 0, 900, 900]],
  [WIDE, 1, { x: 0, y: 50 }, [0, 0, 900, 900]],
  [WIDE, 1, { x: 100, y: 0 }, [700, 0, 900, 900]],
  [WIDE, 4 / 3, { x: 25, y: 75 }, [100, 0, 1200, 900]],
  [TALL, 16 / 9, { x: 50, y: 10 }, [0, 109, 900, 506]],
  [{ width: 1, height: 1 }, 16 / 9, undefined, [0, 0, 1, 1]],
])('of %o at %f, around %o', (whole, ratio, focus, expected) => {
  const { left, top, width, height } = cropOf(whole, ratio, focus)
  expect([left, top, width, height]).toEqual(expected)
})

test('a crop holds its focus, as far in as it is in the whole', () => {
  for (const x of [0, 7, 33, 50, 99, 100]) {
    const { left, width } = cropOf(WIDE, 1, { x, y: 50 })
    const inCrop = (((WIDE.width * x) / 100 - left) / width) * 100
    expect(Math.abs(inCrop - x)).toBeLessThan(0.1)
  }
})

test('a focus is written as CSS reads it, and read again', () => {
  expect(positionOf({ x: 30, y: 12.5 })).toBe('30% 12.5%')
  expect(parsePosition('30% 12.5%')).toEqual({ x: 30, y: 12.5 })
  for (const other of [undefined, '', 'center', 'left top', '30% top'])
    expect(parsePosition(other)).toBeUndefined()
})

test('a page carries it in tens of percent', () => {
  expect(focusAttributes({ x: 34.9, y: 95 })).toEqual({ 'data-focus-x': 30, 'data-focus-y': 100 })
})
