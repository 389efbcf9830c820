import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Lockfile {
  packages: Record<string, { link?: boolean }>
}

/**
 * Gives an outlet the versions of packages that the checkout has: newer ones may write other bytes. npm takes out what the
 * outlet does not need.
 * @param checkout whose lockfile it is
 */
export function pinPackages(outlet: string, checkout: string): void {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
  const lock = read(join(checkout, 'package-lock.json')) as Lockfile
  const { name, dependencies } = read(join(outlet, 'package.json'))
  const installed = Object.entries(lock.packages).filter(
    ([path, { link }]) => path.startsWith('node_modules/') && !link,
  )
  const packages = { '': { name, dependencies }, ...Object.fromEntries(installed) }
  writeFileSync(join(outlet, 'package-lock.json'), JSON.stringify({ ...lock, name, packages }, null, 2))
}
