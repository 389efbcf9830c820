import { randomBytes } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Site } from '#domain/site.ts'
import type { Dictionary } from '#i18n/texts.ts'
import { type Sent, whyRefused } from './accept.ts'
import { openDatabase } from './database.ts'
import { guard } from './guard.ts'
import { WALINE } from './install-waline.ts'
import { moderationPage } from './moderation/serve-page.ts'
import { limitedServer } from './limited-server.ts'
import { openRoutes } from './open-routes.ts'
import { plainHtml } from './plain-html.ts'
import { ScryptPassword } from './password.ts'
import { whyNoReply } from './reply.ts'
import { limitSignIn } from './sign-in-limit.ts'

const LOOPBACK = '127.0.0.1'

export interface CommentServer {
  /** Address, with a slash at its end. */
  url: string
  close: () => Promise<void>
}

/** What Waline takes beside its environment. */
interface WalineConfig {
  preSave: (sent: Sent) => ReturnType<typeof whyRefused>
  encryptPassword: typeof ScryptPassword
  secureDomains: string
  plugins: { middlewares: (typeof guard)[] }[]
}

/**
 * Waline on the SQLite database in `folder`, and the page to moderate by, on
 * loopback alone: a web server stands before it where it is public. Waline's
 * own settings, such as COMMENT_AUDIT or IPQPS, come from the environment. One
 * for each process, as Waline keeps itself in a global.
 */
export async function serveComments({
  folder,
  port,
  site,
  texts,
}: {
  folder: string
  port: number
  site: Site
  /** In the language of the outlet's chrome. */
  texts: Dictionary
}): Promise<CommentServer> {
  const database = openDatabase(folder)
  const signIn = await listen(
    // Waline asks a service of its makers which sign-ins there are, at every request.
    createServer((_request, response) => response.end('{"services":[]}')),
    0,
  )
  const defaults: Record<string, string> = {
    SITE_NAME: site.name,
    SITE_URL: site.url,
    // A secret of this run alone: moderators sign in again after a restart of the server.
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
  const require = createRequire(join(WALINE, 'package.json'))
  // It would make HTML of each comment at each request, in a time that grows with the square of some texts, where
  // the pages show what was typed; mail has no need of more.
  const markdown = require('@waline/vercel/src/service/markdown/index.js') as {
    getMarkdownParser: () => typeof plainHtml
  }
  markdown.getMarkdownParser = () => plainHtml
  const waline = require('@waline/vercel') as (config: WalineConfig) => RequestListener
  // Its handler rather than its vanilla entry, which forks and takes neither a host nor a hook.
  const handler = waline({
    preSave: (sent) => whyRefused(sent) ?? whyNoReply(database, sent),
    encryptPassword: ScryptPassword,
    secureDomains: hostsOf(site),
    plugins: [{ middlewares: [guard] }],
  })
  const server = await listen(
    limitedServer(moderationPage(site, texts, limitSignIn(openRoutes(handler)))),
    port,
  )
  return {
    url: addressOf(server),
    close: async () => {
      await Promise.all([closed(server), closed(signIn)])
      database.close()
    },
  }
}

/** Whose pages are answered, beside this machine's own. As a pattern: to a list Waline adds at every request. */
function hostsOf({ url, comments }: Site): string {
  const hosts = [url, comments.server ?? url].map((address) => new URL(address).hostname)
  return `/^(?:${hosts.map((host) => RegExp.escape(host)).join('|')})$/`
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
