import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** apt-get's own locks are not all waited for, and two files of tests may want a package each. */
const ONE_AT_A_TIME = ['--wait', '280', join(tmpdir(), 'warta-apt.lock'), 'apt-get']

/** Installs a package of Debian where a file of it is missing. @throws Error when that fails */
export function installPackage(name: string, file: string): void {
  if (existsSync(file)) return
  const options = {
    stdio: 'pipe',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  } as const
  const apt = (...args: string[]) => execFileSync('flock', [...ONE_AT_A_TIME, ...args], options)
  // Another installation on the machine is waited for.
  const install = () =>
    apt('install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=240', name)
  try {
    install()
  } catch {
    apt('update')
    install()
  }
}
