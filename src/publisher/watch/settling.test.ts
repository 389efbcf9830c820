import { expect, test } from 'vitest'
import { TestClock } from '../../../tests/support/test-clock.ts'
import { Settling } from './settling.ts'

function settling(isHeld = () => false) {
  const clock = new TestClock(1_000_000)
  let told = 0
  return { clock, told: () => told, one: new Settling(clock, () => told++, isHeld) }
}

test('the steps of a save are told once, when they are over', () => {
  const { clock, told, one } = settling()
  for (let step = 0; step < 3; step++) {
    one.touch()
    clock.advance(60)
  }
  expect(told()).toBe(0)
  clock.advance(40)
  expect(told()).toBe(1)
  one.touch()
  clock.advance(100)
  expect(told()).toBe(2)
})

test('what does not end is told all the same, also after the clock was put back', () => {
  const { clock, told, one } = settling()
  for (let i = 0; i < 200; i++) {
    one.touch()
    if (i === 50) clock.jump(-3_600_000)
    clock.advance(50)
  }
  expect(told()).toBeGreaterThan(0)
})

test('what a program is not done with is told when it is, once', () => {
  let isHeld = true
  const { clock, told, one } = settling(() => isHeld)
  for (let i = 0; i < 2; i++) {
    one.touch()
    clock.advance(20_000)
  }
  expect(told()).toBe(0)
  isHeld = false
  clock.advance(100)
  expect(told()).toBe(1)
  clock.advance(20_000)
  expect(told()).toBe(1)
})
