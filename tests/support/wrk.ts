import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installPackage } from './debian.ts'

const WRK = '/usr/bin/wrk'

export interface Load {
  requests: number
  perSecond: number
  /** Answers whose status is neither 2xx nor 3xx. */
  refused: number
  /** Connections that failed, reads, writes and waits of more than `PATIENCE_SECONDS` among them. */
  broken: number
}

/** As readers have it; with wrk's own two seconds, what else a machine does counts. */
const PATIENCE_SECONDS = 10

interface LoadOptions {
  connections: number
  seconds: number
  headers?: Record<string, string>
  /** Milliseconds that each connection waits between two requests; none unless given. */
  every?: number
}

/** Asks for an address as fast as it is answered, or every so often, over connections that stay open; certificates are not looked at. */
export async function load(
  url: string,
  { connections, seconds, headers = {}, every }: LoadOptions,
): Promise<Load> {
  installPackage('wrk', WRK)
  const script = every === undefined ? [] : ['-s', await waitingScript(every)]
  const sent = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const { stdout } = await promisify(execFile)(WRK, [
    ...['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--timeout', `${PATIENCE_SECONDS}s`],
    ...sent,
    ...script,
    url,
  ])
  const numberIn = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0)
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout) ?? []
  return {
    requests: numberIn(/(\d+) requests in/),
    perSecond: numberIn(/Requests\/sec:\s+([\d.]+)/),
    refused: numberIn(/Non-2xx or 3xx responses: (\d+)/),
    broken: errors.slice(1).reduce((sum, count) => sum + Number(count), 0),
  }
}

/** A script of wrk's by which no two connections ask at once. */
async function waitingScript(every: number): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'warta-wrk-')), 'wait.lua')
  await writeFile(file, `function delay() return math.random(${every / 2}, ${every * 1.5}) end\n`)
  return file
}
