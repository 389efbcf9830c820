import { statSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds after which a lock of git is one that a git which was ended has left behind. */
const STALE_MS = 60_000

/** Whether git is changing the files of a folder: it holds this lock from the first file to the last. */
export function isGitAtWork(folder: string, now: number): boolean {
  try {
    return now - statSync(join(folder, '.git/index.lock')).mtimeMs < STALE_MS
  } catch {
    return false
  }
}
