import { PREFETCH, type Request } from '../request.ts'
import { isObject, JsonReader, parseObject, secondsOf, textOf } from './json-lines.ts'

/** Whether a line is one of Cloudflare Logpush's `http_requests`. */
export function isLogpushLine(line: string): boolean {
  const object = parseObject(line)
  return object !== undefined && requestOf(object) !== undefined
}

export const logpushReader = () => new JsonReader(requestOf)

/** https://developers.cloudflare.com/logs/logpush/logpush-job/datasets/zone/http_requests/ */
function requestOf(line: Record<string, unknown>): Request | undefined {
  const target = line.ClientRequestURI ?? line.ClientRequestPath
  if (typeof target !== 'string') return undefined
  // Headers are logged where a custom field asks for them.
  const headers = isObject(line.RequestHeaders) ? line.RequestHeaders : {}
  const userAgent = line.ClientRequestUserAgent
  return {
    at: secondsOf(line.EdgeStartTimestamp ?? line.EdgeEndTimestamp),
    isGet: line.ClientRequestMethod === 'GET',
    status: typeof line.EdgeResponseStatus === 'number' ? line.EdgeResponseStatus : Number.NaN,
    target,
    client: textOf(line.ClientIP),
    userAgent: typeof userAgent === 'string' ? userAgent : undefined,
    prefetched: PREFETCH.test(`${textOf(headers['sec-purpose'])} ${textOf(headers.purpose)}`),
  }
}
