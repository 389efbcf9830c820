import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Holds other builds off a folder, and tells the next one whether this one came to its end. */
export interface BuildLock {
  /** Whether the last build ended while it was changing what is kept. */
  wasCutOff: boolean
  /** From here on, until `settle`, an end of the build leaves what is kept half changed. */
  unsettle(): void
  settle(): void
  open(): void
}

const FILE = 'at-work.json'

/** @throws Error while another build works in the folder. */
export function lockBuild(folder: string): BuildLock {
  const file = join(folder, FILE)
  const write = (unsettled: boolean, flag = 'w') =>
    writeFileSync(file, JSON.stringify({ process: process.pid, unsettled }), { flag })
  let last: { process?: unknown; unsettled?: unknown } | undefined
  try {
    write(false, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    last = parse(readFileSync(file, 'utf8'))
    if (isRunning(last.process)) {
      throw new Error(
        `Another build is at work in ${folder} (process ${last.process}). Wait for its end; if that is no build, delete ${file}.`,
      )
    }
    write(false)
  }
  return {
    // A lock that cannot be read was cut off while it was written.
    wasCutOff: last !== undefined && last.unsettled !== false,
    unsettle: () => write(true),
    settle: () => write(false),
    open: () => rmSync(file, { force: true }),
  }
}

function parse(text: string): { process?: unknown; unsettled?: unknown } {
  try {
    return JSON.parse(text) ?? {}
  } catch {
    return {}
  }
}

function isRunning(pid: unknown): boolean {
  if (typeof pid !== 'number' || pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It is there, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
