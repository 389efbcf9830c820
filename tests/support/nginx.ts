import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { installPackage } from './debian.ts'

const NGINX = '/usr/sbin/nginx'

export interface TestNginx {
  port: number
  log: string
  stop: () => Promise<void>
}

/** The log's format of docs/trending.md: the combined one with the header that tells of a prefetch. */
const FORMAT = `log_format news '$remote_addr - $remote_user [$time_local] "$request" '
  '$status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_sec_purpose"';`

/** Debian's nginx on loopback, serving `root` below `base`; it is installed first where it is missing. */
export async function startNginx(root: string, base: string, folder: string): Promise<TestNginx> {
  installPackage('nginx', NGINX)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const [log, config] = [join(resolve(folder), 'access.log'), join(resolve(folder), 'nginx.conf')]
  await writeFile(config, configOf(resolve(root), base, resolve(folder), port, log))
  const errors = join(resolve(folder), 'error.log')
  const child = spawn(NGINX, ['-c', config, '-e', errors], { stdio: 'ignore' })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  try {
    await answers(port)
  } catch (error) {
    child.kill()
    throw new Error(`nginx does not answer: ${await readFile(errors, 'utf8').catch(() => '')}`, {
      cause: error,
    })
  }
  return {
    port,
    log,
    stop: async () => {
      child.kill('SIGQUIT')
      await ended
    },
  }
}

export interface Visit {
  path: string
  /** An address of loopback to come from. */
  from?: string
  headers?: Record<string, string>
  method?: string
}

/** Fetches a page from an address of loopback, as a client of its own; its status. */
export function visit(
  port: number,
  { path, from = '127.0.0.1', headers = {}, method = 'GET' }: Visit,
): Promise<number> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, localAddress: from, headers, method, agent: false })
    sent.on('response', (response) => response.resume().on('end', () => done(response.statusCode ?? 0)))
    sent.on('error', fail).end()
  })
}

function configOf(root: string, base: string, folder: string, port: number, log: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
pid ${folder}/nginx.pid;
worker_processes 1;
events {}
http {
  types { text/html html; }
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${FORMAT}
  access_log ${log} news;
  server {
    listen 127.0.0.1:${port};
    location ${base} { alias ${root}/; index index.html; }
  }
}
`
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(port: number): Promise<void> {
  const ends = Date.now() + 10_000
  for (;;) {
    try {
      await visit(port, { path: '/ready', method: 'HEAD' })
      return
    } catch (error) {
      if (Date.now() > ends) throw error
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}
