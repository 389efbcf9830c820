import { expect, test } from 'vitest'
import { growthOf, MOST_OF_LINEAR } from './growth.ts'

const numbers = (size: number) => Array.from({ length: size }, (_, i) => i)

test('linear work is told from quadratic work', () => {
  const add = (size: number) => numbers(size).reduce((sum, number) => sum + number)
  const lookUp = (size: number) => numbers(size).filter((number, _, all) => !all.includes(number + size))
  expect(growthOf(add, 200_000)).toBeLessThan(MOST_OF_LINEAR)
  expect(growthOf(lookUp, 2000)).toBeGreaterThan(MOST_OF_LINEAR)
})
