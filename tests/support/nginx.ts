import { mkdir, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join, resolve } from 'node:path'
import { installPackage } from './debian.ts'
import { freePort, runServer, type RunningServer } from './run-server.ts'

export const NGINX = '/usr/sbin/nginx'

export interface TestNginx extends RunningServer {
  port: number
  log: string
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
  const server = await runServer(NGINX, ['-c', config, '-e', join(resolve(folder), 'error.log')], port)
  return { port, log, ...server }
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

/** Runs by itself, and keeps what it writes in one folder. */
export function mainBlock(folder: string): string {
  return `daemon off;\npid ${folder}/nginx.pid;`
}

export function temporaryPaths(folder: string): string {
  const names = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return names.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')
}

function configOf(root: string, base: string, folder: string, port: number, log: string): string {
  return `${mainBlock(folder)}
events {}
http {
  include /etc/nginx/mime.types;
  ${temporaryPaths(folder)}
  ${FORMAT}
  access_log ${log} news;
  server {
    listen 127.0.0.1:${port};
    location ${base} { alias ${root}/; index index.html; }
  }
}
`
}
