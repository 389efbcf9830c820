import { PREFETCH, type Request } from '../request.ts'
import { isObject, JsonReader, parseObject, secondsOf, textOf } from './json-lines.ts'

/** Whether a line is one of Caddy's access log, in its `json` format. */
export function isCaddyLine(line: string): boolean {
  const object = parseObject(line)
  return object !== undefined && requestOf(object) !== undefined
}

export const caddyReader = () => new JsonReader(requestOf)

/** Undefined for lines of Caddy's other loggers. https://caddyserver.com/docs/logging */
function requestOf(line: Record<string, unknown>): Request | undefined {
  const { request, status, ts } = line
  if (!isObject(request) || typeof request.uri !== 'string') return undefined
  const headers = isObject(request.headers) ? request.headers : {}
  const header = (name: string) => {
    const values = headers[name]
    return Array.isArray(values) ? textOf(values[0]) : ''
  }
  return {
    at: secondsOf(ts),
    isGet: request.method === 'GET',
    status: typeof status === 'number' ? status : Number.NaN,
    target: request.uri,
    // The true client behind a trusted proxy, in newer versions.
    client: textOf(request.client_ip) || textOf(request.remote_ip) || textOf(request.remote_addr),
    userAgent: header('User-Agent'),
    prefetched: PREFETCH.test(`${header('Sec-Purpose')} ${header('Purpose')}`),
  }
}
