import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { TestClock } from '../../../tests/support/test-clock.ts'
import { HookReceiver } from './receive-hook.ts'

const SECRET = 'a secret of the newsroom'

function receiver() {
  const clock = new TestClock(Date.parse('2026-11-30T12:00Z'))
  const lines: string[] = []
  let pushes = 0
  const hook = new HookReceiver({
    secret: SECRET,
    branch: 'main',
    clock,
    log: ({ message }) => lines.push(message),
    onPush: () => pushes++,
  })
  return { hook, clock, lines, pushes: () => pushes }
}

function delivery(
  payload: object | string,
  headers: Record<string, string> = {},
  secret = SECRET,
): IncomingMessage {
  const body = Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload))
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  const all = { 'x-github-event': 'push', 'x-hub-signature-256': signature, ...headers }
  return Object.assign(Readable.from([body]), { headers: all }) as unknown as IncomingMessage
}

const push = (after: number) => ({ ref: 'refs/heads/main', after: String(after) })

test('a push to the branch is looked for, once', async () => {
  const { hook, pushes } = receiver()
  expect(await hook.receive(delivery(push(1)))).toMatchObject({ status: 202 })
  const again = await hook.receive(delivery(push(1), { 'x-github-delivery': 'another' }))
  expect(again).toEqual({ status: 200, text: expect.stringContaining('has come before') })
  expect(await hook.receive(delivery(push(2)))).toMatchObject({ status: 202 })
  expect(pushes()).toBe(2)
})

test.each<[string, IncomingMessage, number]>([
  ['another secret', delivery(push(1), {}, 'another secret of theirs'), 401],
  ['no signature', delivery(push(1), { 'x-hub-signature-256': undefined as never }), 401],
  ['no JSON', delivery('{'), 400],
  ['more than 5 MB, as it says', delivery(push(1), { 'content-length': '6000000' }), 413],
  ['more than 5 MB, whatever it says', delivery('x'.repeat(6_000_000)), 413],
  [
    'what breaks off',
    Object.assign(
      new Readable({
        read() {
          this.destroy(new Error('aborted'))
        },
      }),
      { headers: {} },
    ) as unknown as IncomingMessage,
    400,
  ],
])('%s is refused', async (_case, request, status) => {
  const { hook, pushes, lines } = receiver()
  expect(await hook.receive(request)).toMatchObject({ status })
  expect([pushes(), lines.length]).toEqual([0, 1])
})

test('another branch, and another event, are taken and do nothing', async () => {
  const { hook, pushes } = receiver()
  expect(await hook.receive(delivery({ ref: 'refs/heads/draft' }))).toMatchObject({ status: 200 })
  expect(await hook.receive(delivery({ zen: 'x' }, { 'x-github-event': 'ping' }))).toMatchObject({
    status: 200,
  })
  expect(pushes()).toBe(0)
})

test('a flood is read a few at a time, and fills neither the log nor the memory', async () => {
  const { hook, lines, clock } = receiver()
  const never = () =>
    Object.assign(new Readable({ read() {} }), { headers: {} }) as unknown as IncomingMessage
  const open = Array.from({ length: 4 }, never)
  const reading = open.map((request) => hook.receive(request))
  const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => hook.receive(delivery(push(i)))))
  expect(answers.every(({ status }) => status === 503)).toBe(true)
  expect(lines).toHaveLength(1)
  clock.advance(60_000)
  await hook.receive(delivery(push(1)))
  expect(lines).toHaveLength(2)
  for (const request of open) (request as unknown as Readable).destroy(new Error('aborted'))
  await Promise.all(reading)
  expect(await hook.receive(delivery(push(1)))).toMatchObject({ status: 202 })
})
