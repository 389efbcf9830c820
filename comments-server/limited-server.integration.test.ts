import type { Server } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../tests/support/listen.ts'
import { limitedServer } from './limited-server.ts'

async function start(server: Server): Promise<number> {
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())))
  return listen(server)
}

/** What the server says to one who sends this and then waits, until it ends the connection. */
function said(port: number, sent: string): Promise<string> {
  return new Promise((done) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(sent))
    socket.on('data', (chunk) => (answer += chunk))
    socket.on('error', () => {})
    socket.on('close', () => done(answer))
  })
}

test.each([
  ['half a line', 'GET /api', '408'],
  ['half of its headers', 'GET /api HTTP/1.1\r\nHost: x\r\n', '408'],
  ['half a body', 'POST /api HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf', '408'],
  [
    'a chunk without an end',
    'POST /api HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab',
    '408',
  ],
  ['nothing at all', '', '408'],
  [
    '32 KB of headers',
    `GET /api HTTP/1.1\r\nHost: x\r\n${`A: ${'a'.repeat(1000)}\r\n`.repeat(32)}\r\n`,
    '431',
  ],
  ['a query of 32 KB', `GET /api?${'a'.repeat(32_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, '431'],
  ['no HTTP', '\u0000\u0001\r\n\r\n', '400'],
])('who sends %s is not waited for', async (_case, sent, status) => {
  const port = await start(
    limitedServer((request, response) => request.on('end', () => response.end()).resume(), {
      headers: 200,
      request: 400,
      idle: 2000,
    }),
  )
  const answer = await said(port, sent)
  expect(answer.split(' ')[1]).toBe(status)
})

test('nobody keeps the server waiting for more than half a minute', () => {
  const server = limitedServer(() => {})
  expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 20_000, timeout: 60_000 })
})
