import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from './log.ts'

interface CountOptions {
  logs: readonly string[]
  newsroom: string
  /** Where the newsroom has what was counted; absolute. */
  readership: string
  /** Where that is remembered of a checkout, whose files go with the next commit; undefined for a folder. */
  kept: string | undefined
  env: NodeJS.ProcessEnv
  log: Log
}

/**
 * Counts the logs as `news trending` does, in a process of its own: an archive that is read for its addresses leaves
 * nothing in this one's memory. What goes wrong is logged, and counted the next time.
 * @returns whether the readership is another by what was counted
 */
export async function countReaders({
  logs,
  newsroom,
  readership,
  kept,
  env,
  log,
}: CountOptions): Promise<boolean> {
  const before = await bytesOf(readership)
  // A log that has just been rotated away comes back with the next request.
  const there = logs.filter((file) => existsSync(file))
  if (there.length === 0) return false
  const { code, said } = await run(there, { ...env, NEWSROOM: newsroom })
  if (code !== 0) {
    log({ level: 'error', message: `The access log was not counted: ${said}` })
    return false
  }
  const after = await bytesOf(readership)
  if (after === undefined || before?.equals(after)) return false
  if (kept !== undefined) {
    await mkdir(dirname(kept), { recursive: true })
    await copyFile(readership, kept)
  }
  return true
}

function run(
  logs: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const news = fileURLToPath(new URL('../cli/news.ts', import.meta.url))
  const child = spawn(process.execPath, [news, 'trending', ...logs], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-1000)))
  return new Promise((done) => {
    child.on('error', (error) => done({ code: null, said: error.message }))
    child.on('close', (code) => done({ code, said: said.trim() }))
  })
}

function bytesOf(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(() => undefined)
}
