import { expect, test } from 'vitest'
import { TestClock } from '../../../tests/support/test-clock.ts'
import { Settling } from './settling.ts'

function settling(isHeld = () => false) {
  const clock = new TestClock(1_000_000)
  const told: (string[] | undefined)[] = []
  return { clock, told, one: new Settling(clock, (paths) => told.push(paths && [...paths]), isHeld) }
}

test('the steps of a save are told once, when they are over', () => {
  const { clock, told, one } = settling()
  for (const path of ['/n/x.md', '/n/x.md', '/n/y.jpg']) {
    one.touch(path)
    clock.advance(60)
  }
  expect(told).toEqual([])
  clock.advance(40)
  expect(told).toEqual([['/n/x.md', '/n/y.jpg']])
  one.touch('/n/z.md')
  clock.advance(100)
  expect(told[1]).toEqual(['/n/z.md'])
})

test('what does not end is told all the same, also after the clock was put back', () => {
  const { clock, told, one } = settling()
  for (let i = 0; i < 200; i++) {
    one.touch('/n/x.md')
    if (i === 50) clock.jump(-3_600_000)
    clock.advance(50)
  }
  expect(told.length).toBeGreaterThan(0)
})

test('where nobody knows what, anything may have changed', () => {
  const { clock, told, one } = settling()
  one.touch('/n/x.md')
  one.touch(undefined)
  one.touch('/n/y.md')
  clock.advance(100)
  expect(told).toEqual([undefined])
})

test('what a program is not done with is told when it is, once', () => {
  let isHeld = true
  const { clock, told, one } = settling(() => isHeld)
  one.touch('/n/x.md')
  clock.advance(20_000)
  one.touch('/n/y.md')
  clock.advance(20_000)
  expect(told).toEqual([])
  isHeld = false
  clock.advance(100)
  expect(told).toEqual([['/n/x.md', '/n/y.md']])
  clock.advance(20_000)
  expect(told).toHaveLength(1)
})
