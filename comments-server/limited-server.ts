import { createServer, type RequestListener, type Server } from 'node:http'

/** How long a visitor may keep the server waiting, in milliseconds. */
interface Patience {
  /** For a request's first line and headers. */
  headers: number
  /** For all of a request. */
  request: number
  /** For anything at all to be sent or taken. */
  idle: number
}

export const PATIENCE: Patience = { headers: 10_000, request: 20_000, idle: 60_000 }
const HEADER_BYTES = 16 * 1024

/** An HTTP server that ends the connections of those who keep it waiting, and of those who send more headers than browsers do. */
export function limitedServer(listener: RequestListener, patience = PATIENCE): Server {
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(1000, patience.headers / 2),
      maxHeaderSize: HEADER_BYTES,
    },
    listener,
  )
  return server.setTimeout(patience.idle)
}
