import { expect, test } from 'vitest'
import { buildMoment } from './moment.ts'

test('SOURCE_DATE_EPOCH is the moment', () => {
  expect(buildMoment({ SOURCE_DATE_EPOCH: '1751642000' })).toEqual(new Date('2025-07-04T15:13:20Z'))
  expect(buildMoment({ SOURCE_DATE_EPOCH: '0' })).toEqual(new Date(0))
})

test('the first call fixes the moment for those that follow, child processes too', () => {
  const env: NodeJS.ProcessEnv = {}
  const before = Date.now()
  const moment = buildMoment(env)
  expect(Math.abs(moment.getTime() - before)).toBeLessThan(2000)
  expect(moment.getMilliseconds()).toBe(0)
  expect(env.SOURCE_DATE_EPOCH).toBe(String(moment.getTime() / 1000))
  expect(buildMoment(env)).toEqual(moment)
})

test.each(['', ' ', '1.5', '-1', '1e9', '2025-07-04', '0x10', '1751642000000'])(
  'SOURCE_DATE_EPOCH %j is refused, with the form that it must have',
  (text) => {
    expect(() => buildMoment({ SOURCE_DATE_EPOCH: text })).toThrow(`"${text}", but must be a whole number`)
  },
)
