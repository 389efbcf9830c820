import type { RequestListener } from 'node:http'

const PATH = '/api/comment'
const METHODS = ['GET', 'POST', 'OPTIONS']

/**
 * Lets through to Waline what an article's page asks: to read a page's
 * comments, and to send one. Waline makes whoever registers first its
 * administrator, who reads every e-mail and address; here nobody registers,
 * and the outlet moderates on the server's own machine.
 */
export function readersOnly(waline: RequestListener): RequestListener {
  return (request, response) => {
    const path = request.url?.split('?')[0]
    if (path === PATH && METHODS.includes(request.method ?? '')) return waline(request, response)
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.\n')
  }
}
