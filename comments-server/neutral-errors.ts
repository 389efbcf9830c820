import { type RequestListener, STATUS_CODES } from 'node:http'

/** Takes what `next` says of an error out of its answer: Waline tells every visitor the SQL or the code that failed. */
export function neutralErrors(next: RequestListener): RequestListener {
  return (request, response) => {
    const { end } = response
    response.end = ((...parts: unknown[]) => {
      const { statusCode } = response
      if (statusCode < 400 || response.headersSent) return Reflect.apply(end, response, parts)
      const body = JSON.stringify({ errno: statusCode, errmsg: STATUS_CODES[statusCode] ?? 'Error' })
      response.setHeader('Content-Type', 'application/json; charset=utf-8')
      response.setHeader('Content-Length', Buffer.byteLength(body))
      return Reflect.apply(end, response, [body])
    }) as typeof end
    return next(request, response)
  }
}
