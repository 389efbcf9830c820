import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { neutralErrors } from './neutral-errors.ts'
import { networkOf } from './network.ts'
import { queryFor, questionOf, takesBody } from './questions.ts'
import { refuse } from './refuse.ts'
import { BodyRefused, bodyOf, requestWith } from './whole-request.ts'

/**
 * Lets through to Waline what the outlet's pages ask, when all of it is there, and nothing else. Waline makes whoever
 * registers first its administrator, so nobody registers here; and its own administration, at /ui, is a script from
 * elsewhere.
 */
export function openRoutes(waline: RequestListener): RequestListener {
  const answer = neutralErrors(waline)
  return async (request, response) => {
    try {
      await ask(request, response, answer)
    } catch {
      // The visitor has gone.
      request.socket.destroy()
    }
  }
}

async function ask(request: IncomingMessage, response: ServerResponse, answer: RequestListener) {
  const [pathname = '', search = ''] = request.url?.split(/\?(.*)/s) ?? []
  const question = questionOf(request.method, pathname)
  if (question === undefined) return refuse(response, 404)
  const query = queryFor(question, search)
  if (query === undefined) return refuse(response, 400)
  const body = await bodyOf(request).catch((error: unknown) => {
    if (error instanceof BodyRefused) return error
    throw error
  })
  if (body instanceof BodyRefused) return refuse(response, body.status)
  if (!takesBody(question, body)) return refuse(response, 400)
  const url = query === '' ? pathname : `${pathname}?${query}`
  const whole = requestWith(request, {
    url,
    body: question.body === undefined ? '' : body,
    address: networkOf(request),
  })
  answer(whole, response)
}
