import { IncomingMessage } from 'node:http'

/** Bytes of a body: a comment of 10,000 characters of any script, escaped or not, and what goes with it. */
const LONGEST_BODY = 64 * 1024

/** Why a body was not taken: an HTTP status. */
export class BodyRefused extends Error {
  readonly status: 413 | 415

  constructor(status: 413 | 415) {
    super(String(status))
    this.status = status
  }
}

/**
 * All of a request's body.
 * @throws BodyRefused for one that is longer than LONGEST_BODY, compressed, or no JSON by its type; another error when
 * the connection ends before it
 */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const { headers } = request
  if (Number(headers['content-length'] ?? 0) > LONGEST_BODY) throw new BodyRefused(413)
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new BodyRefused(415)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) throw new BodyRefused(413)
    chunks.push(chunk)
  }
  if (length > 0 && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new BodyRefused(415)
  return Buffer.concat(chunks).toString()
}

/** A request that asks `url` with `body`, and else as `request` does; Waline reads it as if it came by the network. */
export function requestWith(
  request: IncomingMessage,
  { url, body, address }: { url: string; body: string; address: string },
): IncomingMessage {
  const made = new IncomingMessage(request.socket)
  const { 'transfer-encoding': _chunked, 'content-type': _type, ...headers } = request.headers
  made.method = request.method
  made.httpVersion = request.httpVersion
  made.url = url
  made.headers = {
    ...headers,
    ...(body !== '' && { 'content-type': 'application/json' }),
    'content-length': String(Buffer.byteLength(body)),
    // Waline takes the first of them, which a visitor may write.
    'x-forwarded-for': address,
  }
  made.complete = true
  if (body !== '') made.push(body)
  made.push(null)
  return made
}
