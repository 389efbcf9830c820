import { execFileSync } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http'
import { request as secureRequest } from 'node:https'
import { join, resolve } from 'node:path'
import { installPackage } from './debian.ts'
import { mainBlock, NGINX, temporaryPaths } from './nginx.ts'
import { freePort, runServer, type RunningServer } from './run-server.ts'

const CADDY = '/usr/bin/caddy'
const OPENSSL = '/usr/bin/openssl'
const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

/** A web server as `deploy/` sets it up. */
export interface Deployed extends RunningServer {
  /** `https://127.0.0.1:8443`, say. */
  origin: string
  /** Of the one that leads to it, where there is one. */
  plainOrigin?: string
}

export interface DeployOptions {
  /** Folder for what it writes. */
  at: string
  /** Rules for old addresses, where they are to be switched on. */
  redirects?: string
}

/**
 * `deploy/nginx.conf` on free ports, under a certificate of its own.
 * @param bare without it: nothing but a folder that is served over HTTPS
 */
export async function deployNginx(
  root: string,
  { at, redirects, bare = false }: DeployOptions & { bare?: boolean },
): Promise<Deployed> {
  installPackage('nginx', NGINX)
  installPackage('libnginx-mod-http-brotli-static', BROTLI)
  const folder = await emptied(at)
  const [port, plain] = [await freePort(), await freePort()]
  certify(folder)
  const written = await readFile('deploy/nginx.conf', 'utf8')
  const site = replaced(written, {
    ...(redirects !== undefined && {
      '#include /etc/nginx/moved.map;': `include ${folder}/moved.map;`,
      '#if ($moved_to)': 'if ($moved_to)',
    }),
    'listen 80;': `listen 127.0.0.1:${plain};`,
    'listen 443 ssl http2;': `listen 127.0.0.1:${port} ssl http2;`,
    '/etc/letsencrypt/live/news.example/fullchain.pem': `${folder}/certificate.pem`,
    '/etc/letsencrypt/live/news.example/privkey.pem': `${folder}/key.pem`,
    '/srv/news/dist': resolve(root),
    '/var/log/nginx': folder,
  })
  if (redirects !== undefined) await writeFile(join(folder, 'moved.map'), redirects)
  await writeFile(join(folder, 'site.conf'), bare ? bareSite(resolve(root), folder, port) : site)
  await writeFile(
    join(folder, 'nginx.conf'),
    `load_module ${BROTLI};
${mainBlock(folder)}
worker_processes auto;
worker_rlimit_nofile 8192;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  sendfile on;
  ${temporaryPaths(folder)}
  include ${folder}/site.conf;
}
`,
  )
  const args = ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')]
  const server = await runServer(NGINX, args, port)
  return { origin: `https://127.0.0.1:${port}`, plainOrigin: `http://127.0.0.1:${plain}`, ...server }
}

/** `deploy/Caddyfile` on a free port; certificates are Caddy's own matter. */
export async function deployCaddy(root: string, { at, redirects }: DeployOptions): Promise<Deployed> {
  installPackage('caddy', CADDY)
  const folder = await emptied(at)
  const port = await freePort()
  const site = replaced(await readFile('deploy/Caddyfile', 'utf8'), {
    'news.example {': `http://127.0.0.1:${port} {`,
    ...(redirects !== undefined && {
      '#import /etc/caddy/redirects.caddy': `import ${folder}/redirects.caddy`,
    }),
    '/srv/news/dist': resolve(root),
    '/var/log/caddy': folder,
  })
  if (redirects !== undefined) await writeFile(join(folder, 'redirects.caddy'), redirects)
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`)
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  const server = await runServer(CADDY, args, port, { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder })
  return { origin: `http://127.0.0.1:${port}`, ...server }
}

function bareSite(root: string, folder: string, port: number): string {
  return `server {
  listen 127.0.0.1:${port} ssl http2;
  ssl_certificate ${folder}/certificate.pem;
  ssl_certificate_key ${folder}/key.pem;
  access_log ${folder}/access.log;
  root ${root};
}
`
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks for a path as it is written, and follows nothing. */
export function ask(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { protocol, hostname, port } = new URL(origin)
  const send = protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((done, fail) => {
    const sent = send({ hostname, port, path, headers, agent: false, rejectUnauthorized: false })
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
      response.on('error', fail)
    })
    sent.on('error', fail).end()
  })
}

/** @throws Error when one of them is not in the text: then the file has changed, and the tests must. */
function replaced(text: string, values: Record<string, string>): string {
  for (const [from, to] of Object.entries(values)) {
    if (!text.includes(from)) throw new Error(`deploy/ has no "${from}" any more`)
    text = text.replaceAll(from, to)
  }
  return text
}

async function emptied(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return resolve(folder)
}

function certify(folder: string): void {
  installPackage('openssl', OPENSSL)
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')]
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  execFileSync(OPENSSL, ['req', '-x509', ...kind, '-subj', '/CN=news.example', ...files], { stdio: 'pipe' })
}
