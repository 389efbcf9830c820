import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isAbsolute, join, normalize, resolve, sep } from 'node:path'
import { cachesOf } from '#desk/caches.ts'
import { repositoryFault } from './git/repository-address.ts'

/** What is asked of a publisher by its environment; all paths are absolute. */
export interface PublisherSettings {
  /** The folder in which builds are made: that of the program, or of an outlet that has it as a package. */
  program: string
  /** The folder whose newsroom is published. In a repository's case, it lies in the checkout. */
  newsroom: string
  outDir: string
  /** The folder of what this publisher leaves for its next start. */
  caches: string
  /** Undefined where a folder is watched. */
  repository: { url: string; branch: string; checkout: string } | undefined
  /** Seconds between two looks at the repository, or at all files of the folder; 0 for none. */
  pollSeconds: number
  /** Undefined where nobody is answered. */
  listen: { host: string; port: number } | undefined
  /** Logs of the web server, from which trending is counted. */
  accessLogs: string[]
  logFormat: 'text' | 'json'
  /** Where the desk sees the newsroom's page, for links to it. */
  pageUrl: string | undefined
  forge: ForgeKind | undefined
  mail: { to: string; from: string; server: string } | undefined
  /** What no log, no argument and no other process may have. */
  secrets: { webhook: string | undefined; forge: string | undefined; notifyUrl: string | undefined }
}

export type ForgeKind = 'github' | 'gitlab' | 'forgejo'

const FORGES: readonly string[] = ['github', 'gitlab', 'forgejo'] satisfies ForgeKind[]

/** Loopback alone, unless an outlet says otherwise. */
const LISTEN = '127.0.0.1:4380'
const REPOSITORY_POLL = 60
const FOLDER_POLL = 300

const SECRETS = ['WEBHOOK_SECRET', 'FORGE_TOKEN', 'NOTIFY_URL', 'MAIL_SERVER'] as const
const PLAIN = [
  'REPOSITORY',
  'BRANCH',
  'POLL_SECONDS',
  'LISTEN',
  'ACCESS_LOG',
  'LOG',
  'PAGE_URL',
  'FORGE',
  'MAIL_TO',
  'MAIL_FROM',
] as const

type Name = (typeof SECRETS)[number] | (typeof PLAIN)[number]

const PREFIX = 'PUBLISHER_'

/**
 * Reads `NEWSROOM`, `OUT_DIR` and `CACHE_DIR`, as a build does, and `PUBLISHER_…`. A secret may lie in a file of
 * `$CREDENTIALS_DIRECTORY`, where systemd puts credentials: `webhook-secret` for `PUBLISHER_WEBHOOK_SECRET`.
 * @throws Error that names each variable which cannot be used, with what it must be, a line each; no secret is in it
 */
export function publisherSettings(
  env: NodeJS.ProcessEnv = process.env,
  cwd = process.cwd(),
): PublisherSettings {
  const faults = unknownNames(env)
  const value = (name: Name) => env[PREFIX + name]?.trim() || undefined
  const secret = (name: (typeof SECRETS)[number]) => value(name) ?? credential(name, env, faults)
  const fault = (name: Name, what: string) => void faults.push(`${PREFIX}${name} ${what}`)

  const outDir = resolve(cwd, env.OUT_DIR || 'dist')
  const caches = join(cachesOf(cwd, env), 'publisher', hash('sha256', outDir).slice(0, 8))
  const url = value('REPOSITORY')
  const branch = value('BRANCH') ?? 'main'
  const secrets = {
    webhook: secret('WEBHOOK_SECRET'),
    forge: secret('FORGE_TOKEN'),
    notifyUrl: secret('NOTIFY_URL'),
  }
  const urlFault = url && repositoryFault(url)
  if (urlFault) fault('REPOSITORY', urlFault)
  if (/^-|[\s~^:?*[\\\p{Cc}]|\.\.|^$|\/$|\.lock$/u.test(branch))
    fault('BRANCH', 'must be the name of a branch, such as main.')
  if (!url && secrets.webhook)
    fault(
      'WEBHOOK_SECRET',
      'is set, but no PUBLISHER_REPOSITORY: a webhook tells that a repository has changed.',
    )
  if (secrets.webhook !== undefined && secrets.webhook.length < 16)
    fault('WEBHOOK_SECRET', 'is shorter than 16 characters: whoever guesses it can keep the publisher busy.')
  const inside = url ? insideRepository(env.NEWSROOM || '.', faults) : undefined
  const checkout = join(caches, 'checkout')
  const mailTo = value('MAIL_TO')
  const forge = value('FORGE')
  if (forge && !FORGES.includes(forge))
    fault('FORGE', `is "${forge}", but must be one of ${FORGES.join(', ')}.`)
  const logFormat = value('LOG') ?? 'text'
  if (logFormat !== 'text' && logFormat !== 'json')
    fault('LOG', `is "${logFormat}", but must be text or json.`)

  const settings: PublisherSettings = {
    program: resolve(cwd),
    newsroom: inside === undefined ? resolve(cwd, env.NEWSROOM || '.') : join(checkout, inside),
    outDir,
    caches,
    repository: url ? { url, branch, checkout } : undefined,
    pollSeconds: seconds(value('POLL_SECONDS'), url ? REPOSITORY_POLL : FOLDER_POLL, fault),
    listen: listenAddress(value('LISTEN') ?? LISTEN, fault),
    accessLogs: (value('ACCESS_LOG') ?? '')
      .split(':')
      .filter(Boolean)
      .map((path) => resolve(cwd, path)),
    logFormat: logFormat === 'json' ? 'json' : 'text',
    pageUrl: webAddress('PAGE_URL', value('PAGE_URL'), fault),
    forge: forge as ForgeKind | undefined,
    mail: mailTo
      ? {
          to: mailTo,
          from: value('MAIL_FROM') ?? mailTo,
          server: secret('MAIL_SERVER') ?? 'smtp://localhost',
        }
      : undefined,
    secrets: { ...secrets, notifyUrl: webAddress('NOTIFY_URL', secrets.notifyUrl, fault) },
  }
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return settings
}

/** The environment of what the publisher starts: nothing of it is a secret of the publisher's. Git gets a token by `withToken`. */
export function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const isOurs = (name: string) =>
    name.startsWith(PREFIX) ||
    ['CREDENTIALS_DIRECTORY', 'NOTIFY_SOCKET', 'WATCHDOG_USEC', 'WATCHDOG_PID'].includes(name)
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isOurs(name)))
}

type Fault = (name: Name, what: string) => void

function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known: readonly string[] = [...SECRETS, ...PLAIN]
  return Object.keys(env)
    .filter((name) => name.startsWith(PREFIX) && !known.includes(name.slice(PREFIX.length)))
    .map((name) => `${name} is no setting. There are ${known.map((one) => PREFIX + one).join(', ')}.`)
}

function credential(name: string, env: NodeJS.ProcessEnv, faults: string[]): string | undefined {
  const folder = env.CREDENTIALS_DIRECTORY
  if (!folder) return undefined
  const file = name.toLowerCase().replaceAll('_', '-')
  try {
    return readFileSync(join(folder, file), 'utf8').trim() || undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') faults.push(`The credential ${file} cannot be read (${code}).`)
    return undefined
  }
}

/** A folder of the repository, from its root. */
function insideRepository(path: string, faults: string[]): string {
  const inside = normalize(path)
  if (!isAbsolute(path) && inside !== '..' && !inside.startsWith(`..${sep}`)) return inside
  faults.push('NEWSROOM must be a folder within PUBLISHER_REPOSITORY, by its path from there, or not be set.')
  return '.'
}

function seconds(text: string | undefined, usual: number, fault: Fault): number {
  if (text === undefined) return usual
  if (/^\d{1,5}$/.test(text) && (Number(text) === 0 || Number(text) >= 5)) return Number(text)
  fault('POLL_SECONDS', `is "${text}", but must be a number of seconds from 5 to 99999, or 0 for never.`)
  return usual
}

function listenAddress(text: string, fault: Fault): PublisherSettings['listen'] {
  if (text === 'none') return undefined
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(text) ?? []
  if (host && Number(port) <= 65_535) return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) }
  fault('LISTEN', `is "${text}", but must be an address with a port, such as ${LISTEN}, or "none".`)
  return undefined
}

function webAddress(name: Name, text: string | undefined, fault: Fault): string | undefined {
  if (text === undefined) return undefined
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text
  // One of them is a secret: it is not told.
  fault(name, 'must be an address such as https://news.example/newsroom/')
  return undefined
}
