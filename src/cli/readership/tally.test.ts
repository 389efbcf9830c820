import { expect, test } from 'vitest'
import { Clients } from './clients.ts'
import { Tally } from './tally.ts'

const NOON = Date.parse('2025-07-05T12:00:00Z') / 1000
const [A, B] = [
  { slug: 'a', number: 0 },
  { slug: 'constructor', number: 1 },
]

test('views of an article are counted by the hour', () => {
  const tally = new Tally()
  tally.add(A, NOON, 1)
  tally.add(A, NOON + 3599, 2)
  tally.add(A, NOON + 3600, 1)
  tally.add(A, NOON, -1)
  const { a = {} } = tally.articles()
  expect(Object.values(a)).toEqual([2, 1])
  expect(Object.keys(a).map((hour) => Date.parse(hour) / 1000)).toEqual([NOON, NOON + 3600])
})

test('those of another log add up with them', () => {
  const [tally, other] = [new Tally(), new Tally()]
  tally.add(A, NOON, 1)
  other.add(A, NOON, 2)
  other.add(B, NOON, 3)
  tally.addAll(other)
  const articles = tally.articles()
  expect(Object.values(articles.a ?? {})).toEqual([3])
  expect(Object.values(Object.entries(articles)[1]?.[1] ?? {})).toEqual([3])
})

test('a client is known by address and user agent within a run, and in no other run', () => {
  const run = new Clients()
  const hash = run.hashOf('203.0.113.7', 'Firefox')
  expect(run.hashOf('203.0.113.7', 'Firefox')).toBe(hash)
  expect(hash).toBeLessThan(2 ** 48)
  const others = [
    run.hashOf('203.0.113.8', 'Firefox'),
    run.hashOf('203.0.113.7', 'Chrome'),
    run.hashOf('203.0.113.7', undefined),
    new Clients().hashOf('203.0.113.7', 'Firefox'),
  ]
  expect(new Set([hash, ...others]).size).toBe(5)
})
