import type { RequestListener } from 'node:http'
import { networkOf } from './network.ts'
import { refuse } from './refuse.ts'

const TRIES = 10
const PERIOD_MS = 15 * 60_000

/** Takes at most ten tries to sign in from one network in a quarter of an hour; `now` is in milliseconds. */
export function limitSignIn(next: RequestListener, now: () => number = Date.now): RequestListener {
  const tries = new Map<string, { count: number; until: number }>()
  return (request, response) => {
    if (request.url?.split('?')[0] !== '/api/token') return next(request, response)
    for (const [network, { until }] of tries) if (until <= now()) tries.delete(network)
    const network = networkOf(request)
    const known = tries.get(network) ?? { count: 0, until: now() + PERIOD_MS }
    known.count += 1
    tries.set(network, known)
    if (known.count <= TRIES) return next(request, response)
    const seconds = Math.ceil((known.until - now()) / 1000)
    refuse(response, 429, { 'Retry-After': seconds })
  }
}
