import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
// Without these a sandboxed or offline machine fills the log with refused connections.
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A headless Chromium: the one that CHROMIUM_PATH names, one on the path, or
 * Playwright's own; where there is none, it is installed first.
 * @throws Error when there is none to be had: browser tests are never skipped.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath()
  // Chromium's own sandbox needs a user that is not root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...ARGS, ...sandbox] })
}

/** Where it is, after it has been installed if need be. */
export function chromiumPath(): string {
  return find() ?? install()
}

function find(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, chromium.executablePath()].find((path) => existsSync(path))
}

function install(): string {
  const attempts: [string, string[]][] = [
    ['npx', ['playwright-core', 'install', '--with-deps', 'chromium']],
    ['npx', ['playwright-core', 'install', 'chromium']],
    ['apt-get', ['update']],
    ['apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']],
  ]
  const failures: string[] = []
  for (const [command, args] of attempts) {
    try {
      execFileSync(command, args, { stdio: 'pipe', timeout: 300_000 })
    } catch (error) {
      failures.push(`${command} ${args.join(' ')}: ${(error as Error).message}`)
    }
    const found = find()
    if (found) return found
  }
  throw new Error(
    `The browser tests need Chromium. Install it, or set CHROMIUM_PATH.\n${failures.join('\n')}`,
  )
}
