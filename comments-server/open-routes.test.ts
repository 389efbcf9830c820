import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../tests/support/listen.ts'
import { openRoutes } from './open-routes.ts'

let server: Server
let url: string
let reached = 0

beforeAll(async () => {
  const waline = openRoutes(async (request, response) => {
    reached += 1
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.headers.authorization !== undefined) {
      response.statusCode = Number(request.headers.authorization)
      response.setHeader('Content-Length', 9)
      return response.end('SQL error')
    }
    return response.end(JSON.stringify({ url: request.url, body, from: request.headers['x-forwarded-for'] }))
  })
  server = createServer(waline)
  url = `http://127.0.0.1:${await listen(server)}`
})
afterAll(() => new Promise((done) => server.close(done)))

const COMMENT = { url: '/a/', nick: 'Sari', mail: 'sari@reader.example', link: '', comment: 'Hi', ua: '' }
const SIGN_IN = { email: 'ratna@outlet.example', password: 'long enough' }
const JSON_TYPE = { 'Content-Type': 'application/json' }

/** `body` is sent as JSON unless it is a text already. */
function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = JSON_TYPE) {
  const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
  return fetch(url + path, { method, ...(body !== undefined && { body: sent as BodyInit, headers }) })
}

test.each<[string, string, unknown?]>([
  ['GET', '/api/comment?path=/a/&page=1'],
  ['GET', '/api/comment?path=%2Fa%2F&page=2&pageSize=50&sortBy=insertedAt_asc'],
  ['GET', '/api/comment?type=count&url=%2Fa%2F%2C%2Fb%2F'],
  ['GET', '/api/comment?type=list&status=waiting&page=1&pageSize=20'],
  ['POST', '/api/comment', COMMENT],
  ['POST', '/api/comment', { ...COMMENT, pid: 3, rid: 1, comment: 'Two\nlines \u{1f600}' }],
  ['OPTIONS', '/api/comment'],
  ['PUT', '/api/comment/12', { status: 'approved' }],
  ['PUT', '/api/comment/12', { comment: 'Better' }],
  ['DELETE', '/api/comment/12'],
  ['POST', '/api/token', SIGN_IN],
])('%s %s %j reaches Waline as it is', async (method, path, body) => {
  const got = (await (await ask(method, path, body)).json()) as { url: string; body: string }
  expect(decodeURIComponent(got.url)).toBe(decodeURIComponent(path))
  expect(got.body).toBe(body === undefined ? '' : JSON.stringify(body))
})

test.each([
  ['POST', '/api/user'],
  ['GET', '/api/token'],
  ['POST', '/api/token/2fa'],
  ['GET', '/api/db'],
  ['PUT', '/api/comment'],
  ['DELETE', '/api/comment'],
  ['DELETE', '/api/comment/1,2'],
  ['DELETE', '/api/comment/1/'],
  ['DELETE', `/api/comment/${'1'.repeat(400)}`],
  ['GET', '/api/comment/'],
  ['GET', '//api/user'],
  ['POST', '/user'],
  ['GET', '/ui'],
  ['GET', '/ui/register'],
  ['GET', '/'],
])('%s %s is nowhere', async (method, path) => {
  expect((await fetch(url + path, { method })).status).toBe(404)
})

test.each([
  ['no path', ''],
  ['a NUL', '?path=/a/%00'],
  ['a key twice', '?path=/a/&path=/b/'],
  ['a condition', '?path[]=LIKE&path[]=%25'],
  ['a page of a list that is no number', '?path=/a/&page=1e9'],
  ['a page below the first', '?path=/a/&page=-1'],
  ['a page of all comments', '?path=/a/&pageSize=100000'],
  ['another order', '?path=/a/&sortBy=mail_desc'],
  ['a token', '?path=/a/&state=abc'],
  ['an id in place of that of the path', '?path=/a/&id=1'],
  ['a prototype', '?path=/a/&__proto__=1'],
  ['a list of an unknown status', '?type=list&status=x%27'],
  ['a type of Waline’s that no page asks', '?type=recent&count=50'],
  ['a path of 4 KB', `?path=/${'a'.repeat(4000)}`],
])('a query with %s does not reach Waline', async (_case, query) => {
  const response = await fetch(`${url}/api/comment${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ errno: 400, errmsg: 'Bad Request' })
})

test.each<[string, string, unknown]>([
  ['a condition for a text', '/api/comment', { ...COMMENT, nick: ['LIKE', 'a%'] }],
  ['an object for a text', '/api/token', { ...SIGN_IN, email: { '!=': '' } }],
  ['a number for a password', '/api/token', { ...SIGN_IN, password: 123_456_789_012 }],
  ['no password', '/api/token', { email: SIGN_IN.email }],
  ['a password of 2,000 characters', '/api/token', { ...SIGN_IN, password: 'a'.repeat(2000) }],
  ['a list for all', '/api/comment', [COMMENT]],
  ['a text for all', '/api/comment', '"nick"'],
  ['nothing', '/api/comment', 'null'],
  ['an empty body', '/api/comment', ''],
  ['half of its JSON', '/api/comment', '{"nick":'],
  ['30,000 lists in each other', '/api/comment', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['30,000 lists that do not end', '/api/comment', '['.repeat(30_000)],
  ['a NUL in a name', '/api/comment', { ...COMMENT, nick: 'a\u0000b' }],
  ['a NUL in a text', '/api/comment', { ...COMMENT, comment: 'a\u0000b' }],
  ['half a character', '/api/comment', { ...COMMENT, comment: '\ud800' }],
  ['an escape for a terminal', '/api/comment', { ...COMMENT, nick: '\u001b[31m' }],
  ['a text for a number', '/api/comment', { ...COMMENT, pid: '1 OR 1=1', rid: 1 }],
  ['half a number', '/api/comment', { ...COMMENT, pid: 1.5, rid: 1 }],
  ['a number beyond all', '/api/comment', { ...COMMENT, pid: 1e300, rid: 1 }],
  ['a column of its own', '/api/comment', { ...COMMENT, status: 'approved' }],
  ['a prototype', '/api/comment', JSON.stringify(COMMENT).replace('{', '{"__proto__":{"a":1},')],
])('a body with %s does not reach Waline', async (_case, path, body) => {
  const response = await ask('POST', path, body)
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({ errno: 400, errmsg: 'Bad Request' })
  // The page of the outlet is on another origin, and is to tell the reader.
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
})

test('a change of a column that no moderator changes does not reach Waline', async () => {
  expect((await ask('PUT', '/api/comment/1', { mail: 'x@y.example' })).status).toBe(400)
})

test.each<[string, Record<string, string>, unknown]>([
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'nick=Sari'],
  ['a form with files', { 'Content-Type': 'multipart/form-data; boundary=x' }, '--x--'],
  ['XML', { 'Content-Type': 'text/xml' }, '<a/>'],
  ['plain text', { 'Content-Type': 'text/plain' }, JSON.stringify(COMMENT)],
  ['another JSON', { 'Content-Type': 'application/json-seq' }, COMMENT],
  ['what is compressed', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, gzipSync(JSON.stringify(COMMENT))],
])('%s is of a wrong type', async (_case, headers, body) => {
  expect((await ask('POST', '/api/comment', body, headers)).status).toBe(415)
})

test.each<[string, (body: string) => BodyInit]>([
  ['told', (body) => body],
  ['not told', (body) => new Blob([body]).stream() as unknown as BodyInit],
])('a body of more than 64 KB is refused, its length %s', async (_case, body) => {
  const send = (bytes: number) => {
    const { length } = JSON.stringify({ ...COMMENT, comment: '' })
    const sent = JSON.stringify({ ...COMMENT, comment: 'a'.repeat(bytes - length) })
    const init = { method: 'POST', body: body(sent), headers: JSON_TYPE, duplex: 'half' }
    return fetch(`${url}/api/comment`, init as RequestInit)
  }
  expect((await send(64 * 1024)).status).toBe(200)
  expect((await send(64 * 1024 + 1)).status).toBe(413)
})

test('Waline is not asked before all of a body is there', async () => {
  const before = reached
  const body = JSON.stringify(COMMENT)
  const head = ['POST /api/comment HTTP/1.1', 'Host: x', 'Content-Type: application/json']
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  const answered = new Promise<string>((done) => socket.once('data', (chunk) => done(String(chunk))))
  socket.write(`${[...head, `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body.slice(0, 20)}`)
  await ask('GET', '/api/comment?path=/a/')
  expect(reached).toBe(before + 1)
  socket.write(body.slice(20))
  expect(await answered).toMatch(/^HTTP\/1\.1 200/)
  expect(reached).toBe(before + 2)
  socket.destroy()
})

test.each([
  ['198.51.100.9, 2001:db8:1:2:3::4', '2001:db8:1:2::'],
  ['192.0.2.1', '192.0.2.1'],
  ['<script>', '127.0.0.1'],
])('Waline learns of %j as %j', async (forwarded, expected) => {
  const headers = { 'X-Forwarded-For': forwarded }
  const { from } = (await (await fetch(`${url}/api/comment?path=/a/`, { headers })).json()) as {
    from: string
  }
  expect(from).toBe(expected)
})

test.each([400, 403, 404, 500, 502])('what Waline says of a %i stays here', async (status) => {
  const response = await fetch(`${url}/api/comment?path=/a/`, { headers: { Authorization: String(status) } })
  expect(response.status).toBe(status)
  expect(await response.json()).toEqual({ errno: status, errmsg: response.statusText })
})
