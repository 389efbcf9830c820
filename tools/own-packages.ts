import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { takeLock } from '#build/publish/lock/lock.ts'

/** npm writes it when all is in place: an installation that was cut off has none. */
const RECORD = 'node_modules/.package-lock.json'
const PATIENCE = 10 * 60_000

/**
 * Installs the packages of a folder that has a lockfile of its own, where they are missing or older than that. So
 * nobody who only publishes installs what the comment server or the benches need, and `overrides`, which npm takes from
 * the root of an installation alone, stand beside what they are for.
 * @param folder absolute
 * @throws Error with what npm says, where it fails
 */
export async function installOwnPackages(folder: string): Promise<void> {
  if (areInstalled(folder)) return
  const lock = await takeLock(join(folder, '.install.lock'), { patience: PATIENCE, work: 'installation' })
  try {
    // Whoever was waited for has installed them.
    if (areInstalled(folder)) return
    console.error(`Installing what is needed here alone: npm ci --prefix ${relative('.', folder)}`)
    await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      // On the Node that runs this, whichever is first on the path.
      env: { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) },
    })
  } finally {
    lock.release()
  }
}

function areInstalled(folder: string): boolean {
  const writtenAt = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs
  return (writtenAt(RECORD) ?? 0) > (writtenAt('package-lock.json') ?? 0)
}
