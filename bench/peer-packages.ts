import { cp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { installOwnPackages } from '../tools/own-packages.ts'

const PEERS = join(import.meta.dirname, 'peers')

/** Installs other site generators and Lighthouse, which the benches alone need. */
export async function installPeers(): Promise<void> {
  await installOwnPackages(PEERS)
}

/**
 * Lets a site of another generator find its packages, and Vite which of them to bundle: those that the site's own
 * package.json names.
 * @param site its folder, absolute
 */
export async function linkPeers(site: string): Promise<void> {
  await installPeers()
  await cp(join(PEERS, 'package.json'), join(site, 'package.json'))
  const link = join(site, 'node_modules')
  await rm(link, { force: true })
  await symlink(join(PEERS, 'node_modules'), link)
}
