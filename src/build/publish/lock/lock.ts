import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

/** A process that holds a lock. */
export interface Holder {
  pid: number
  /** ISO 8601, UTC. */
  since: string
}

/** Another process has not let go of a lock in time. */
class StillLocked extends Error {
  override name = 'StillLocked'
}

export interface Lock {
  release(): void
}

interface LockOptions {
  /** Milliseconds after which waiting ends. */
  patience: number
  /** Told once, before the waiting. */
  onWait?: (holder: Holder | undefined) => void
  /** Milliseconds between two tries. */
  every?: number
  /** What its holders do, for what is told of them. */
  work?: string
}

// https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5
const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26

/**
 * Takes a lock that only one process has at a time. It is SQLite's lock on
 * a file of its own, which the operating system takes back when the process
 * ends, by `kill -9` too: none is ever left behind, and a file without a holder
 * is free. The file names who holds it.
 * @param file absolute; its folder is made
 * @returns the lock, which must be kept referenced until it may go
 * @throws StillLocked when another process still holds it after `patience`
 * @throws Error when the file cannot be written
 */
export async function takeLock(
  file: string,
  { patience, onWait, every = 250, work = 'build' }: LockOptions,
): Promise<Lock> {
  const end = performance.now() + patience
  let waits = false
  for (;;) {
    const lock = tryLock(file)
    if ('release' in lock) return lock
    if (performance.now() >= end)
      throw new StillLocked(
        `${holderPhrase(lock.holder, work)} still holds ${file} after ${Math.round(patience / 1000)} seconds. Try again when it has ended${lock.holder ? `, or end it: kill ${lock.holder.pid}` : ''}.`,
      )
    if (!waits) onWait?.(lock.holder)
    waits = true
    await wait(every)
  }
}

/** Names a holder in a sentence. */
export function holderPhrase(holder: Holder | undefined, work = 'build'): string {
  return holder ? `Another ${work} (process ${holder.pid}, since ${holder.since})` : `Another ${work}`
}

function tryLock(file: string): Lock | { holder: Holder | undefined } {
  let database: DatabaseSync | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    database = new DatabaseSync(file)
    // No second file for the journal: what is written here need not outlive the machine.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF')
    database.exec('BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER, since TEXT)')
    database.exec('DELETE FROM holder')
    database.prepare('INSERT INTO holder VALUES (?, ?)').run(process.pid, new Date().toISOString())
    // Committed so that others can read it, and locked again, for as long as the process lives.
    database.exec('COMMIT; BEGIN IMMEDIATE')
    const held = database
    return { release: () => held.close() }
  } catch (error) {
    const code = (error as { errcode?: number }).errcode
    const holder = code === SQLITE_BUSY ? holderOf(database) : undefined
    database?.close()
    if (code === SQLITE_BUSY) return { holder }
    if (code === SQLITE_NOTADB || code === SQLITE_CORRUPT) {
      // Nobody can hold what is no database.
      rmSync(file)
      return tryLock(file)
    }
    throw new Error(
      `The lock ${file} cannot be written (${(error as Error).message}). See that its folder may be written to and that the disk is not full.`,
      { cause: error },
    )
  }
}

function holderOf(database: DatabaseSync | undefined): Holder | undefined {
  try {
    return database?.prepare('SELECT pid, since FROM holder').get() as Holder | undefined
  } catch {
    return undefined
  }
}
