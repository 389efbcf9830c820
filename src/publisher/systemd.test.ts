import { expect, test } from 'vitest'
import { TestClock } from '../../tests/support/test-clock.ts'
import { feedWatchdog } from './systemd.ts'

function fed(env: NodeJS.ProcessEnv, isWell = () => true) {
  const told: string[] = []
  const clock = new TestClock(0)
  const stop = feedWatchdog((...state) => told.push(...state), { env, clock, pid: 42, isWell })
  return { told, clock, stop }
}

test('the watchdog is told twice in the time that it waits', () => {
  const { told, clock, stop } = fed({ WATCHDOG_USEC: '60000000', WATCHDOG_PID: '42' })
  clock.advance(59_000)
  expect(told).toEqual(['WATCHDOG=1', 'WATCHDOG=1'])
  stop()
  clock.advance(600_000)
  expect(told).toHaveLength(2)
})

test('a process that is not well tells nothing, and does so again once it is', () => {
  let isWell = false
  const { told, clock } = fed({ WATCHDOG_USEC: '60000000' }, () => isWell)
  clock.advance(120_000)
  expect(told).toEqual([])
  isWell = true
  clock.advance(30_000)
  expect(told).toEqual(['WATCHDOG=1'])
})

test.each([
  ['there is none', {}],
  ['it is another process’s', { WATCHDOG_USEC: '60000000', WATCHDOG_PID: '7' }],
  ['its time is no number', { WATCHDOG_USEC: 'soon' }],
])('nobody is told where %s', (_case, env) => {
  const { told, clock } = fed(env)
  clock.advance(120_000)
  expect(told).toEqual([])
})
