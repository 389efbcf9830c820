import { lstatSync } from 'node:fs'
import { basename, join } from 'node:path'
import { putLink } from '#build/publish/link-file.ts'

/** Where Astro keeps what it has scaled, by the last part of a picture's name in the output. */
const CACHE = 'assets'

/** What a picture's file is called among a workspace's caches. */
export function cacheOf(file: string): string {
  return `${CACHE}/${basename(file)}`
}

/** Whether a file among a workspace's caches is one, or lies beside one. */
export function isScaledPicture(cache: string): boolean {
  return cache.startsWith(`${CACHE}/`)
}

/**
 * Makes a picture of the output another name of the one that Astro keeps: an
 * archive has gigabytes of them, which need not be copied, and no build writes
 * into one that is there.
 * @param workspace absolute
 * @param file its path in the output
 * @returns false where Astro keeps none, one of another host, which has its term beside it, or where there are no links
 */
export function putScaledPicture(workspace: string, file: string): boolean {
  const cached = join(workspace, cacheOf(file))
  const stat = lstatSync(cached, { throwIfNoEntry: false })
  if (!stat?.isFile() || lstatSync(`${cached}.json`, { throwIfNoEntry: false })) return false
  return putLink(cached, join(workspace, 'dist', file))
}
