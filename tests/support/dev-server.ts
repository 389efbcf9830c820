import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ASTRO, projectEnv } from './build.ts'
import { CHECKOUT } from './checkout.ts'

/**
 * Runs `astro dev` on a newsroom while `use`, which is given its address without a path, is at work. It does so in
 * the checkout of this worker: it writes files that a build of the same checkout would take for its own.
 * @param newsroom absolute
 */
export async function withDevServer(
  newsroom: string,
  env: Record<string, string>,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = spawn(ASTRO, ['dev', '--port', '0', '--host', '127.0.0.1'], {
    cwd: CHECKOUT,
    env: { ...projectEnv(), NEWSROOM: newsroom, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit')
  try {
    await use(await addressOf(server))
  } finally {
    server.kill()
    await ended
  }
}

/** Where a server of `astro dev` says that it is found, without a path. */
export function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let output = ''
    const read = (chunk: unknown) => {
      output += chunk
      const url = /http:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(output)?.[0]
      if (url) found(url)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('close', () => fail(new Error(`astro dev does not start:\n${output}`)))
  })
}
