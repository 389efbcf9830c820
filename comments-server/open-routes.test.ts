import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoutes } from './open-routes.ts'

let server: Server
let url: string

beforeAll(async () => {
  server = createServer(openRoutes((_request, response) => response.end('waline')))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

test.each([
  ['GET', '/api/comment?path=/a/&page=1'],
  ['POST', '/api/comment'],
  ['OPTIONS', '/api/comment'],
  ['GET', '/api/comment?type=list'],
  ['PUT', '/api/comment/12'],
  ['DELETE', '/api/comment/12'],
  ['POST', '/api/token'],
])('%s %s reaches Waline', async (method, path) => {
  expect(await (await fetch(url + path, { method })).text()).toBe('waline')
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
  ['GET', '/api/comment/'],
  ['GET', '//api/user'],
  ['POST', '/user'],
  ['GET', '/ui'],
  ['GET', '/ui/register'],
  ['GET', '/'],
])('%s %s does not', async (method, path) => {
  expect((await fetch(url + path, { method })).status).toBe(404)
})
