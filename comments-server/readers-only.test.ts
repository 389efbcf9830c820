import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readersOnly } from './readers-only.ts'

let server: Server
let url: string

beforeAll(async () => {
  server = createServer(readersOnly((_request, response) => response.end('waline')))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

test.each([
  ['GET', '/api/comment?path=/a/&page=1'],
  ['POST', '/api/comment'],
  ['OPTIONS', '/api/comment'],
])('%s %s reaches Waline', async (method, path) => {
  expect(await (await fetch(url + path, { method })).text()).toBe('waline')
})

test.each([
  ['POST', '/api/user'],
  ['POST', '/api/token'],
  ['GET', '/api/db'],
  ['PUT', '/api/comment/1'],
  ['DELETE', '/api/comment'],
  ['GET', '/api/comment/'],
  ['GET', '//api/user'],
  ['POST', '/user'],
  ['GET', '/ui/register'],
  ['GET', '/'],
])('%s %s does not', async (method, path) => {
  expect((await fetch(url + path, { method })).status).toBe(404)
})
