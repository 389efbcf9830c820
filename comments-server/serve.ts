import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { whyRefused } from './accept.ts'
import { openDatabase } from './database.ts'
import { readersOnly } from './readers-only.ts'

const LOOPBACK = '127.0.0.1'

export interface CommentServer {
  /** Address, with a slash at its end. */
  url: string
  close: () => Promise<void>
}

/**
 * Waline on the SQLite database in `folder`, on loopback alone: a web server
 * stands before it where it is public. Its own settings, such as COMMENT_AUDIT
 * or IPQPS, come from the environment. One for each process, as Waline keeps
 * itself in a global.
 */
export async function serveComments({
  folder,
  port,
}: {
  folder: string
  port: number
}): Promise<CommentServer> {
  openDatabase(folder).close()
  const signIn = await listen(
    // Waline asks a service of its makers which sign-ins there are, at every request.
    createServer((_request, response) => response.end('{"services":[]}')),
    0,
  )
  const defaults: Record<string, string> = {
    SITE_NAME: 'Warta',
    SITE_URL: 'http://localhost:4321/',
    JWT_TOKEN: randomBytes(32).toString('hex'),
    // Nothing is shown before somebody of the outlet has read it.
    COMMENT_AUDIT: 'true',
    DISABLE_USERAGENT: 'true',
    DISABLE_REGION: 'true',
    MARKDOWN_TEX: 'false',
    // Else every answer holds a third party's address with a digest of the e-mail in it.
    GRAVATAR_STR: 'none',
    OAUTH_URL: addressOf(signIn),
  }
  for (const [name, value] of Object.entries(defaults)) process.env[name] ??= value
  process.env.SQLITE_PATH = folder
  // Waline writes moments without a zone: another one would move every comment.
  process.env.TZ = 'UTC'
  const require = createRequire(import.meta.url)
  const waline = require('@waline/vercel') as (config: { preSave: typeof whyRefused }) => RequestListener
  // Its handler rather than its vanilla entry, which forks and takes neither a host nor a hook.
  const server = await listen(createServer(readersOnly(waline({ preSave: whyRefused }))), port)
  return {
    url: addressOf(server),
    close: async () => {
      await Promise.all([closed(server), closed(signIn)])
    },
  }
}

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, LOOPBACK, () => done(server))
  })
}

function addressOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
