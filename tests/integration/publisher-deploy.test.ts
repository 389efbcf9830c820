import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createHmac } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languagesWith } from '#i18n/dictionary.ts'
import { HookReceiver } from '#publisher/hook/receive-hook.ts'
import { systemClock } from '#publisher/clock.ts'
import { startServer } from '#publisher/server/server.ts'
import { StatusBoard } from '#publisher/status.ts'
import { installPackage } from '../support/debian.ts'
import { mainBlock, NGINX, temporaryPaths } from '../support/nginx.ts'
import { freePort, type RunningServer, runServer } from '../support/run-server.ts'

const AT = resolve('.cache/test/publisher-deploy')
const SECRET = 'a secret of the newsroom'
let nginx: RunningServer
let behind: Awaited<ReturnType<typeof startServer>>
let origin: string
let pushes = 0

beforeAll(async () => {
  installPackage('nginx', NGINX)
  installPackage('systemd', '/usr/bin/systemd-analyze')
  rmSync(AT, { recursive: true, force: true })
  mkdirSync(AT, { recursive: true })
  const board = new StatusBoard(0, undefined, () => {})
  behind = await startServer({
    listen: { host: '127.0.0.1', port: 0 },
    clock: systemClock,
    status: () => board.status,
    outlet: async () => ({
      ...{ name: 'Kabar Uji', locale: 'en', timeZone: 'UTC' },
      texts: languagesWith().dictionaryFor('en').publisher,
    }),
    hook: new HookReceiver({
      ...{ secret: SECRET, branch: 'main', clock: systemClock, log: () => {} },
      onPush: () => pushes++,
    }),
    look: async () => 'looked\n',
    pageUrl: 'https://news.example/newsroom/',
  })
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const digest = execFileSync('openssl', ['passwd', '-apr1', 'sandi'], { encoding: 'utf8' })
  writeFileSync(join(AT, 'htpasswd'), `ana:${digest}`)
  const snippet = readFileSync('deploy/nginx-publisher.conf', 'utf8')
    .replaceAll('127.0.0.1:4380', `127.0.0.1:${behind.port}`)
    .replaceAll('/etc/nginx/newsroom.htpasswd', join(AT, 'htpasswd'))
  const config = `${mainBlock(AT)}
events {}
http {
  ${temporaryPaths(AT)}
  access_log off;
  server { listen 127.0.0.1:${port}; server_name news.example; root ${AT}/nothing;
${snippet}
  }
}
`
  writeFileSync(join(AT, 'nginx.conf'), config)
  nginx = await runServer(NGINX, ['-c', join(AT, 'nginx.conf'), '-e', join(AT, 'error.log')], port)
})
afterAll(async () => {
  await nginx.stop()
  await behind.close()
})

const ask = async (path: string, init?: RequestInit) => {
  const response = await fetch(origin + path, init)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

test('the world sees the page with a password, the webhook, and nothing else of a publisher', async () => {
  expect((await ask('/newsroom/')).status).toBe(401)
  const headers = { Authorization: `Basic ${btoa('ana:sandi')}` }
  const page = await ask('/newsroom/', { headers })
  expect(page.status).toBe(200)
  expect(page.text).toContain('<h1>Kabar Uji: the publisher</h1>')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  for (const path of ['/newsroom/metrics', '/newsroom/look', '/look', '/metrics', '/health', '/hook']) {
    expect((await ask(path, { headers })).status, path).toBe(404)
    expect((await ask(path, { headers, method: 'POST' })).status, path).not.toBe(200)
  }
})

test('a push gets through, once, and nothing that is not signed', async () => {
  const body = '{"ref":"refs/heads/main","after":"1"}'
  const signature = `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`
  const headers = { 'X-GitHub-Event': 'push', 'X-Hub-Signature-256': signature }
  const deliver = (init: RequestInit) => ask('/hooks/publish', { method: 'POST', headers, body, ...init })
  expect((await deliver({})).status).toBe(202)
  expect((await deliver({})).text).toContain('has come before')
  expect((await deliver({ headers: { 'X-GitHub-Event': 'push' } })).status).toBe(401)
  expect((await deliver({ body: `${body} ` })).status).toBe(401)
  expect((await deliver({ body: 'x'.repeat(6_000_000) })).status).toBe(413)
  expect((await ask('/hooks/publish')).status).toBe(403)
  expect(pushes).toBe(1)
})

test('on the machine: no other host’s name, no proxy’s look, no other method', async () => {
  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${behind.port}${path}`, init)
  expect((await at('/look', { method: 'POST' })).status).toBe(200)
  expect((await at('/look', { method: 'POST', headers: { 'X-Forwarded-For': '192.0.2.1' } })).status).toBe(
    403,
  )
  expect((await at('/look')).status).toBe(405)
  expect((await at('/constructor')).status).toBe(404)
  const status = async (host: string) => (await askAs(host, behind.port)).statusCode
  expect(await status('evil.example')).toBe(421)
  expect(await status('news.example')).toBe(200)
  expect(await status('localhost:1')).toBe(200)
})

/** Asks by another name than the address, as a browser does. */
function askAs(host: string, port: number): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path: '/health', headers: { host } }, (response) =>
      done(response.resume()),
    )
      .on('error', fail)
      .end()
  })
}

/** The service's file, with the folder of an outlet that is there. */
function unit(): string {
  const outlet = join(AT, 'harian')
  const node = join(outlet, 'node_modules/node/bin/node')
  mkdirSync(dirname(node), { recursive: true })
  rmSync(node, { force: true })
  symlinkSync(process.execPath, node)
  const file = join(AT, 'publisher@.service')
  writeFileSync(file, readFileSync('deploy/publisher.service', 'utf8').replaceAll('/srv/news/%i', outlet))
  return file
}

test('systemd finds nothing wrong with the service', () => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit()], { encoding: 'utf8' })
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' })
})

test('and nothing that is open to harm: less than 2 of 10', () => {
  const args = ['security', '--offline=true', '--threshold=20', '--no-pager', unit()]
  const { status, stdout } = spawnSync('systemd-analyze', args, { encoding: 'utf8' })
  expect(stdout).toMatch(/Overall exposure level for publisher@\S*: [01]\.\d OK/)
  expect(status).toBe(0)
})
