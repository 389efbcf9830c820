import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isLoopback } from './loopback.ts'
import type { Clock } from '#publisher/clock.ts'
import type { Answer, HookReceiver } from '#publisher/hook/receive-hook.ts'
import type { Status } from '#publisher/status.ts'
import { healthOf } from './health.ts'
import { writeMetrics } from './metrics.ts'
import { PAGE_POLICY, type PageOutlet, renderPage } from './page.ts'

export interface ServerParts {
  listen: { host: string; port: number }
  clock: Clock
  status: () => Status
  outlet: () => Promise<PageOutlet>
  /** Undefined where no webhook is taken. */
  hook: HookReceiver | undefined
  /** Looks at the repository or the folder now, and gives, line by line, what came of it. */
  look: () => Promise<string>
  /** Where the page is seen by a name of the outlet's. */
  pageUrl: string | undefined
}

interface Reply {
  status: number
  type: string
  body: string
  headers?: Record<string, string>
}

type Route = (request: IncomingMessage) => Promise<Reply> | Reply

/** Whoever is slower than this holds a place that others need. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 5000 }
const MOST_CONNECTIONS = 64

/**
 * Answers `/` (the newsroom's page), `/health`, `/metrics`, and takes `POST /hook` and, of this machine alone,
 * `POST /look`.
 * @returns what ends it, and its port
 * @throws Error when the port is another's
 */
export async function startServer(parts: ServerParts): Promise<{ port: number; close: () => Promise<void> }> {
  const routes = routesOf(parts)
  const server = createServer(TIMEOUTS, (request, response) => {
    void answer(request, routes, parts).then(
      (reply) => send(request, response, reply),
      () => send(request, response, line(500, 'Something went wrong.')),
    )
  })
  server.maxConnections = MOST_CONNECTIONS
  const port = await listening(server, parts.listen)
  return {
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function routesOf({ clock, status, outlet, hook, look }: ServerParts): Record<string, Record<string, Route>> {
  return {
    '/': {
      GET: async () => ({
        status: 200,
        type: 'text/html; charset=utf-8',
        body: renderPage(status(), await outlet()),
        headers: { 'Content-Security-Policy': PAGE_POLICY },
      }),
    },
    '/health': {
      GET: () => {
        const health = healthOf(status(), clock.now())
        const code = health.status === 'ok' ? 200 : 503
        return { status: code, type: 'application/json', body: `${JSON.stringify(health)}\n` }
      },
    },
    '/metrics': {
      GET: () => ({
        status: 200,
        type: 'text/plain; version=0.0.4; charset=utf-8',
        body: writeMetrics(status(), process.memoryUsage.rss()),
      }),
    },
    '/hook': {
      POST: async (request) =>
        hook ? lineOf(await hook.receive(request)) : line(404, 'No webhook is taken here.'),
    },
    '/look': {
      POST: async (request) => {
        // Through a web server it would be everybody's.
        const isProxied =
          request.headers['x-forwarded-for'] ?? request.headers.forwarded ?? request.headers.via
        if (isProxied || !isLoopback(request.socket.remoteAddress ?? ''))
          return line(403, 'Only this machine may ask for that.')
        return { status: 200, type: 'text/plain; charset=utf-8', body: await look() }
      },
    },
  }
}

async function answer(
  request: IncomingMessage,
  routes: ReturnType<typeof routesOf>,
  parts: ServerParts,
): Promise<Reply> {
  if (!isOwnHost(request.headers.host ?? '', parts))
    return line(421, 'This is not the host that was asked for.')
  const [path = ''] = (request.url ?? '').split('?')
  const methods = Object.hasOwn(routes, path) ? routes[path] : undefined
  if (!methods) return line(404, 'There is nothing here.')
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
  const route = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (route) return route(request)
  return { ...line(405, 'That cannot be done here.'), headers: { Allow: Object.keys(methods).join(', ') } }
}

/** A page of another site could otherwise have a browser on this machine read the page, by a name that leads here. */
function isOwnHost(host: string, { listen, pageUrl }: ServerParts): boolean {
  // What is open to a network is so by every name.
  if (!isLoopback(listen.host) && listen.host !== 'localhost') return true
  const name = URL.parse(`http://${host}`)?.hostname ?? ''
  const own = [listen.host, 'localhost', ...(pageUrl ? [new URL(pageUrl).hostname] : [])]
  return own.includes(name) || isLoopback(name.replace(/^\[(.*)\]$/, '$1'))
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type, body, headers = {} }: Reply,
): void {
  // What was not read of a request that is refused is not waited for.
  if (!request.complete) response.shouldKeepAlive = false
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function line(status: number, text: string): Reply {
  return { status, type: 'text/plain; charset=utf-8', body: `${text}\n` }
}

function lineOf({ status, text }: Answer): Reply {
  return line(status, text)
}

function listening(server: Server, { host, port }: ServerParts['listen']): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? 'another program has it. Name another address in PUBLISHER_LISTEN, or "none".'
          : `${error.message}. Name another address in PUBLISHER_LISTEN, or "none".`
      fail(new Error(`Nobody can be answered at ${host}:${port}: ${why}`))
    })
    server.listen(port, host, () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : port)
    })
  })
}
