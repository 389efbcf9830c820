import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs a package of Debian where a file of it is missing. @throws Error when that fails */
export function installPackage(name: string, file: string): void {
  if (existsSync(file)) return
  const options = {
    stdio: 'pipe',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  } as const
  // Another installation on the machine is waited for.
  const install = () =>
    execFileSync(
      'apt-get',
      ['install', '--yes', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=240', name],
      options,
    )
  try {
    install()
  } catch {
    execFileSync('apt-get', ['update'], options)
    install()
  }
}
