import { basename, dirname, join } from 'node:path'
import { livePath } from '#build/publish/swap.ts'
import { type Lock, takeLock, holderPhrase } from './lock.ts'

/** Longer than a first build of a large archive takes. */
const PATIENCE = 15 * 60_000

/** Held for as long as the process lives, unless it lets go of them. */
const held = new Set<Lock>()

/**
 * Lets only one build at a time work on an output folder, and on the caches
 * that all builds of a checkout share; the next waits until the other's process has ended, or has let go.
 * @param root the program's folder
 * @param onWait is given what to tell whoever waits
 * @param patience in milliseconds
 * @returns what lets go
 * @throws StillLocked when it has waited so long
 */
export async function oneBuildAtATime(
  root: string,
  outDir: string,
  onWait: (message: string) => void,
  patience = PATIENCE,
): Promise<() => void> {
  const locks: Lock[] = []
  const release = () => {
    for (const lock of locks.splice(0)) {
      held.delete(lock)
      lock.release()
    }
  }
  try {
    // Always in this order: two builds that want both cannot wait for each other.
    for (const file of [lockOf(root), lockBeside(outDir)]) {
      const lock = await takeLock(file, {
        patience,
        onWait: (holder) => onWait(`${holderPhrase(holder)} is at work here: waiting until it has ended.`),
      })
      held.add(lock)
      locks.push(lock)
    }
  } catch (error) {
    release()
    throw error
  }
  return release
}

/** The file that a build of this checkout, whose folder is given, has locked while it is at work. */
function lockOf(root: string): string {
  return join(root, '.astro/build.lock')
}

/** `.dist.lock` for `dist`, wherever that leads. */
function lockBeside(outDir: string): string {
  const folder = livePath(outDir)
  return join(dirname(folder), `.${basename(folder)}.lock`)
}
