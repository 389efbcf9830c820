import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * The folder for the next release of a site: `.dist-a` or `.dist-b` beside
 * `dist`, whichever `dist` does not lead to. It may hold the release before the last one.
 */
export function nextRelease(live: string): string {
  const [a = '', b = ''] = releasesOf(live)
  return releaseOf(live) === a ? b : a
}

/**
 * Puts the next release in the place of the published one, without an instant in
 * which a server finds nothing there: the place is a link, and a link is
 * replaced at once, where two folders
 * change places in two steps. A folder that is no link yet gives way in two
 * steps once; where there are no links, always. What a link has led to stays.
 */
export async function swap(live: string): Promise<void> {
  const release = nextRelease(live)
  const isLink = releaseOf(live) !== undefined
  const link = beside(live, 'link')
  const last = beside(live, 'last')
  await Promise.all([link, last].map((path) => rm(path, { recursive: true, force: true })))
  const hasLinks = await symlink(basename(release), link).then(
    () => true,
    () => false,
  )
  if (!hasLinks) return replaceFolder(release, live, last)
  if (existsSync(live) && !isLink) await rename(live, last)
  await rename(link, live).catch(async (error) => {
    await rename(last, live).catch(ignoreMissing)
    throw error
  })
  await rm(last, { recursive: true, force: true })
}

/** Where a site is published: what a link leads to, unless that is one that `swap` has made. */
export function livePath(path: string): string {
  if (!existsSync(path)) return path
  const place = join(realpathSync(dirname(path)), basename(path))
  return releaseOf(place) ? place : realpathSync(path)
}

export function beside(folder: string, suffix: string): string {
  return join(dirname(folder), `.${basename(folder)}-${suffix}`)
}

function releasesOf(live: string): string[] {
  return [beside(live, 'a'), beside(live, 'b')]
}

/** The folder that a link which `swap` has made leads to; undefined for anything else. */
function releaseOf(live: string): string | undefined {
  if (!lstatSync(live, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined
  const target = join(dirname(live), readlinkSync(live))
  return releasesOf(live).find((release) => release === target)
}

async function replaceFolder(next: string, live: string, last: string): Promise<void> {
  await rename(live, last).catch(ignoreMissing)
  await rename(next, live).catch(async (error) => {
    await rename(last, live).catch(ignoreMissing)
    throw error
  })
  await rm(last, { recursive: true, force: true })
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error
}
