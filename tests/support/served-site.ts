import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { listen } from './listen.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** What a site answers in place of its file. */
interface Answer {
  status?: number
  body?: string
  headers?: Record<string, string>
  /** Never answers. */
  hangs?: boolean
}

export interface ServedSite {
  /** Of its front page. */
  url: string
  /** By path from the host's root; `*` is for all others. */
  answers: Map<string, Answer>
  /** All that was asked for so far: `GET /path 200`, and what a browser has fetched ahead: `GET /path 200 prefetch`. */
  asked: string[]
  /** Cuts every connection from now on, or takes them again. */
  isDown: boolean
  /** Cuts off those who wait for an answer that hangs. */
  release(): void
  /** A file as it is. */
  read(path: string): Promise<string>
  close(): Promise<void>
}

/** Serves a built site on loopback, as a host with validators does, whose answers can be changed while it runs. */
export async function serveSite(
  folder: string,
  base: string,
  cacheControl = 'no-cache',
): Promise<ServedSite> {
  const fileOf = (path: string) =>
    join(folder, decodeURIComponent(path.slice(base.length)), path.endsWith('/') ? 'index.html' : '')
  const waiting = new Set<IncomingMessage>()
  const server = createServer((request, response) => {
    if (site.isDown) return void request.socket.destroy()
    void respond(request, response)
  })
  async function respond(request: IncomingMessage, response: ServerResponse) {
    const path = new URL(request.url ?? '', 'http://x').pathname
    const given = site.answers.get(path) ?? site.answers.get('*')
    if (given?.hangs) return void waiting.add(request)
    const file = path.startsWith(base) ? fileOf(path) : ''
    const found = given?.body ?? (await readFile(file.replace(/\/$/, '')).catch(() => undefined))
    const body = found ?? 'not here'
    const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`
    const isSame = request.headers['if-none-match'] === etag && !given?.status
    const status = isSame ? 304 : (given?.status ?? (found === undefined ? 404 : 200))
    const ahead = request.headers['sec-purpose'] === undefined ? '' : ' prefetch'
    site.asked.push(`${request.method} ${path} ${status}${ahead}`)
    const type = TYPES[extname(file)] ?? 'text/html; charset=utf-8'
    response.writeHead(status, {
      'Content-Type': type,
      ETag: etag,
      'Cache-Control': cacheControl,
      ...given?.headers,
    })
    response.end(request.method === 'HEAD' || isSame ? undefined : body)
  }
  const site: ServedSite = {
    url: '',
    answers: new Map(),
    asked: [],
    isDown: false,
    release: () => {
      for (const { socket } of waiting) socket.destroy()
      waiting.clear()
    },
    read: (path) => readFile(fileOf(path), 'utf8'),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  site.url = `http://127.0.0.1:${await listen(server)}${base}`
  return site
}
