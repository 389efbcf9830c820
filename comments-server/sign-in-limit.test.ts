import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { limitSignIn } from './sign-in-limit.ts'

let server: Server
let url: string
let now = 0

beforeAll(async () => {
  const limited = limitSignIn(
    (_request, response) => response.end('waline'),
    () => now,
  )
  server = createServer(limited)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

async function signIn(address: string) {
  const headers = { 'X-Forwarded-For': address }
  return (await fetch(`${url}/api/token`, { method: 'POST', headers })).status
}

test('ten tries from one address, until a quarter of an hour is over', async () => {
  for (let i = 0; i < 10; i++) expect(await signIn('192.0.2.1')).toBe(200)
  // What the visitor wrote before the web server's own word does not count.
  expect(await signIn('198.51.100.9, 192.0.2.1')).toBe(429)
  expect(await signIn('192.0.2.2')).toBe(200)
  expect((await fetch(`${url}/api/comment`, { headers: { 'X-Forwarded-For': '192.0.2.1' } })).status).toBe(
    200,
  )
  now += 14 * 60_000
  expect(await signIn('192.0.2.1')).toBe(429)
  now += 60_000
  expect(await signIn('192.0.2.1')).toBe(200)
})

test.each([
  ['of IPv6', (i: number) => `2001:db8:1:2::${i.toString(16)}`, '2001:db8:1:3::1'],
  ['of IPv4, written as IPv6', (i: number) => (i % 2 ? '::ffff:203.0.113.7' : '203.0.113.7'), '203.0.113.8'],
])('ten tries from all addresses of one network %s', async (_case, address, another) => {
  for (let i = 0; i < 10; i++) expect(await signIn(address(i))).toBe(200)
  expect(await signIn(address(11))).toBe(429)
  expect(await signIn(another)).toBe(200)
})
