import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from './files-in.ts'
import { isStamp, type Stamp, stampOf } from './kept.ts'
import { cacheOf, isScaledPicture } from './scaled-pictures.ts'

/** Files of a workspace that any build may use again, by their paths in it, with slashes. */
export type KeptCaches = Record<string, Stamp>

/** The site itself, which has a record of its own. */
const SITE = 'dist'
/** Of these all files belong together; of the others, scaled pictures say, each stands for itself. */
const WHOLE = ['web-desk', 'sitemap']
/** Those that are filled when all pages are made. */
const LATER = ['web-desk', 'compressed', 'sitemap']

/** Takes away of a workspace's caches what is not as it was left: half of a file, or another's. */
export function keepCaches(workspace: string, kept: KeptCaches): void {
  const isKept = (file: string) =>
    Object.hasOwn(kept, file) && isStamp(stampOf(join(workspace, file)), kept[file])
  for (const name of cachesIn(workspace)) {
    const files = filesOf(workspace, name)
    if (!WHOLE.includes(name)) {
      for (const file of files) if (!isKept(file)) rmSync(join(workspace, file))
    } else if (![...files, ...recordedIn(name, kept)].every(isKept)) {
      rmSync(join(workspace, name), { recursive: true })
    }
  }
}

function recordedIn(name: string, kept: KeptCaches): string[] {
  return Object.keys(kept).filter((file) => file.startsWith(`${name}/`))
}

/**
 * Takes away the scaled pictures that no page has any more.
 * @param pictures by their paths in the output
 * @param before what the caches were when the build began, since when it has only added to them
 * @returns how they are left
 */
export function leaveCaches(workspace: string, pictures: readonly string[], before: KeptCaches): KeptCaches {
  const named = new Set(pictures.map(cacheOf))
  const left: KeptCaches = {}
  for (const file of cachesIn(workspace).flatMap((name) => filesOf(workspace, name))) {
    if (isScaledPicture(file) && !named.has(file.replace(/\.json$/, ''))) rmSync(join(workspace, file))
    else left[file] = before[file] ?? stampIn(workspace, file)
  }
  return left
}

/** The same at the end of a build, by what they were when all pages were made. */
export function withLaterCaches(workspace: string, before: KeptCaches): KeptCaches {
  const earlier = Object.entries(before).filter(([file]) => !LATER.includes(file.split('/')[0] ?? ''))
  const later = cachesIn(workspace).filter((name) => LATER.includes(name))
  const stamps = later
    .flatMap((name) => filesOf(workspace, name))
    .map((file) => [file, stampIn(workspace, file)] as const)
  return Object.fromEntries([...earlier, ...stamps])
}

function stampIn(workspace: string, file: string): Stamp {
  return stampOf(join(workspace, file)) ?? [0, 0]
}

/** The names of a workspace's folders of caches. */
export function cachesIn(workspace: string): string[] {
  return readdirSync(workspace, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SITE)
    .map(({ name }) => name)
}

function filesOf(workspace: string, name: string): string[] {
  return filesIn(join(workspace, name)).map((file) => `${name}/${file}`)
}
