import type { RequestListener } from 'node:http'
import { neutralBody } from './refuse.ts'

/** Takes what `next` says of an error out of its answer: Waline tells every visitor the SQL or the code that failed. */
export function neutralErrors(next: RequestListener): RequestListener {
  return (request, response) => {
    const { end } = response
    response.end = ((...parts: unknown[]) => {
      const { statusCode } = response
      if (statusCode < 400 || response.headersSent) return Reflect.apply(end, response, parts)
      const body = neutralBody(statusCode)
      response.setHeader('Content-Type', 'application/json; charset=utf-8')
      response.setHeader('Content-Length', Buffer.byteLength(body))
      return Reflect.apply(end, response, [body])
    }) as typeof end
    return next(request, response)
  }
}
