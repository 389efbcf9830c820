import { describe, expect, test } from 'vitest'
import { answersOf } from '../../../tests/support/dom.ts'
import { changesFor, notify } from './notify.ts'
import { PingError, post } from './post.ts'
import type { Receiver } from './receiver.ts'

/** A receiver that takes every notification except those for which `refuses` returns an error. */
function receiver(
  rest: Partial<Receiver> = {},
  refuses: (address: string) => PingError | undefined = () => undefined,
) {
  const batches: string[][] = []
  const one: Receiver = {
    ...{ address: 'https://hub.example/', nouns: ['feed', 'feeds'], wantsGone: false, batch: 1 },
    versions: async () => ({}),
    tell: async (addresses) => {
      batches.push([...addresses])
      const fault = addresses.map(refuses).find((error) => error !== undefined)
      if (fault) throw fault
    },
    ...rest,
  }
  return { one, batches }
}

test.each([
  ['new and changed ones', false, ['/changed/', '/new/']],
  ['those that are gone too, where it wants to know', true, ['/changed/', '/new/', '/gone/']],
])('a receiver is to be told of %s', (_, wantsGone, changes) => {
  const known = { '/same/': '1', '/changed/': '1', '/gone/': '1' }
  const now = { '/same/': '1', '/changed/': '2', '/new/': '1' }
  expect(changesFor(receiver({ wantsGone }).one, known, now)).toEqual(changes)
})

describe('telling a receiver', () => {
  const NOW = { a: '1', b: '1', c: '1' }
  const refusing = (address: string, isReceivers: boolean) => (asked: string) =>
    asked === address ? new PingError('no', isReceivers) : undefined

  test('goes by batches, and it knows then what is there', async () => {
    const { one, batches } = receiver({ batch: 2 })
    expect(await notify(one, ['a', 'b', 'c'], {}, NOW)).toEqual({
      known: NOW,
      notified: ['a', 'b', 'c'],
      faults: [],
    })
    expect(batches).toEqual([['a', 'b'], ['c']])
  })

  test('leaves for the next time what it did not take', async () => {
    const { one } = receiver({}, refusing('b', false))
    expect(await notify(one, ['a', 'b', 'c'], { b: '0' }, NOW)).toEqual({
      known: { a: '1', b: '0', c: '1' },
      notified: ['a', 'c'],
      faults: ['https://hub.example/ did not take b: no.'],
    })
  })

  test('ends where the receiver itself is at fault', async () => {
    const { one, batches } = receiver({ batch: 2 }, refusing('a', true))
    const { faults, notified } = await notify(one, ['a', 'b', 'c'], {}, NOW)
    expect(faults).toEqual(['https://hub.example/ did not take 2 feeds: no.'])
    expect([notified, batches.length]).toEqual([[], 1])
  })

  test('forgets what is gone', async () => {
    const [wants, wantsNot] = [receiver({ wantsGone: true }).one, receiver().one]
    expect((await notify(wants, ['x'], { x: '1' }, {})).known).toEqual({})
    expect((await notify(wantsNot, [], { x: '1' }, {})).known).toEqual({})
    expect((await notify(wants, [], { x: '1' }, {})).known).toEqual({ x: '1' })
  })
})

describe('a request to a receiver', () => {
  const send = () =>
    post('https://hub.example/', new URLSearchParams({ a: 'b' }), {
      timeout: 5000,
      meanings: { 403: 'it did not find the key' },
    })

  test('is taken by any success', async () => {
    const requests = answersOf(new Response(null, { status: 204 }))
    await send()
    expect(requests[0]?.[1]).toMatchObject({ method: 'POST', redirect: 'manual' })
  })

  test.each([
    [
      'what an answer means',
      new Response('x', { status: 403, statusText: 'Forbidden' }),
      'it answers 403 Forbidden: it did not find the key',
      false,
    ],
    ['what it says', new Response('Bad topic\nmore', { status: 400 }), 'it answers 400: Bad topic', false],
    ['the status alone', new Response('', { status: 404 }), 'it answers 404', false],
    [
      'where it leads',
      new Response('', { status: 301, headers: { location: 'https://x.example/' } }),
      'leads on to https://x.example/: name that address',
      false,
    ],
    ['that it was too often', new Response('', { status: 429 }), 'it answers 429', true],
    ['that the server fails', new Response('', { status: 503 }), 'it answers 503', true],
    [
      'that nobody is there',
      Object.assign(new TypeError('fetch failed'), { cause: new Error('ECONNREFUSED') }),
      'it cannot be reached: ECONNREFUSED',
      true,
    ],
    ['that nobody answers in time', new DOMException('', 'TimeoutError'), 'no answer within 5 seconds', true],
  ])('that fails says %s', async (_, answer, message, isReceivers) => {
    answersOf(answer)
    const fault = await send().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(PingError)
    expect(fault).toMatchObject({ message: expect.stringContaining(message), isReceivers })
  })
})
