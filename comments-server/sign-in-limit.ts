import type { IncomingMessage, RequestListener } from 'node:http'

const TRIES = 10
const PERIOD_MS = 15 * 60_000

/** Takes at most ten tries to sign in from one address in a quarter of an hour; `now` is in milliseconds. */
export function limitSignIn(next: RequestListener, now: () => number = Date.now): RequestListener {
  const tries = new Map<string, { count: number; until: number }>()
  return (request, response) => {
    if (request.url?.split('?')[0] !== '/api/token') return next(request, response)
    for (const [address, { until }] of tries) if (until <= now()) tries.delete(address)
    const address = addressOf(request)
    const known = tries.get(address) ?? { count: 0, until: now() + PERIOD_MS }
    known.count += 1
    tries.set(address, known)
    if (known.count <= TRIES) return next(request, response)
    const seconds = Math.ceil((known.until - now()) / 1000)
    response.writeHead(429, { 'Content-Type': 'text/plain', 'Retry-After': seconds }).end('Too many tries.\n')
  }
}

/** As the web server before us tells it, in the last place, or the connection's own. */
function addressOf({ headers, socket }: IncomingMessage): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
  return forwarded.at(-1)?.trim() || socket.remoteAddress || ''
}
