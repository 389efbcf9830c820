import { type OutgoingHttpHeaders, type ServerResponse, STATUS_CODES } from 'node:http'

/** What is said of an error, in the form of Waline's answers: its name in HTTP, and nothing else. */
export function neutralBody(status: number): string {
  return JSON.stringify({ errno: status, errmsg: STATUS_CODES[status] ?? 'Error' })
}

/**
 * Answers without Waline. Any page may read it: the outlet's is on another origin, and could not tell a refusal from a
 * server that is down. What is left of the request is not waited for.
 */
export function refuse(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response
    .writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      Connection: 'close',
      ...headers,
    })
    .end(neutralBody(status))
}
