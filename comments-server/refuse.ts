import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

/**
 * Answers without Waline, in plain text. Any page may read it: the outlet's is on another origin, and could not tell a
 * refusal from a server that is down. What is left of the request is not waited for.
 */
export function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  headers: OutgoingHttpHeaders = {},
): void {
  response
    .writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Access-Control-Allow-Origin': '*',
      Connection: 'close',
      ...headers,
    })
    .end(`${text}\n`)
}
