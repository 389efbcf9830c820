import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** A file of one of Debian's packages, which are installed first where it is missing. */
export function fromDebian(packages: string, file: string): string {
  if (existsSync(file)) return file
  const options = {
    stdio: 'pipe',
    timeout: 300_000,
    // No service of it starts beside the one of the tests.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  } as const
  // Another installation on the machine is waited for.
  const wait = ['-o', 'DPkg::Lock::Timeout=240']
  const names = packages.split(' ')
  const install = () =>
    execFileSync('apt-get', ['install', '--yes', '--no-install-recommends', ...wait, ...names], options)
  try {
    install()
  } catch {
    execFileSync('apt-get', ['update'], options)
    install()
  }
  return file
}
