import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { takeLock } from '#build/publish/lock/lock.ts'
import { lockOf } from '#build/publish/lock/one-build.ts'
import { ASTRO, projectEnv } from './build.ts'

/** Milliseconds for which builds of other tests may be waited for. */
const PATIENCE = 300_000

/** Runs `astro dev` on a newsroom while `use`, which is given its address without a path, is at work. */
export async function withDevServer(
  newsroom: string,
  env: Record<string, string>,
  use: (url: string) => Promise<void>,
): Promise<void> {
  // It writes files that builds of the same checkout, of another test say, would take for theirs.
  const lock = await takeLock(lockOf(resolve('.')), { patience: PATIENCE })
  const server = spawn(ASTRO, ['dev', '--port', '0', '--host', '127.0.0.1'], {
    env: { ...projectEnv(), NEWSROOM: resolve(newsroom), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit')
  try {
    await use(await addressOf(server))
  } finally {
    server.kill()
    await ended
    lock.release()
  }
}

function addressOf(server: ChildProcess): Promise<string> {
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
