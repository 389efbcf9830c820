import type { RequestListener } from 'node:http'

const OPEN: [path: RegExp, methods: string[]][] = [
  // What an article's page asks: to read its comments, and to send one.
  [/^\/api\/comment$/, ['GET', 'POST', 'OPTIONS']],
  // What the moderation page asks besides; Waline wants a moderator's token for it.
  [/^\/api\/comment\/\d+$/, ['PUT', 'DELETE']],
  [/^\/api\/token$/, ['POST']],
]

/**
 * Lets through to Waline what the outlet's pages ask, and nothing else. Waline
 * makes whoever registers first its administrator, so nobody registers here;
 * and its own administration, at /ui, is a script from elsewhere.
 */
export function openRoutes(waline: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?')[0] ?? ''
    const isOpen = OPEN.some(([open, methods]) => open.test(path) && methods.includes(request.method ?? ''))
    if (isOpen) return waline(request, response)
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.\n')
  }
}
