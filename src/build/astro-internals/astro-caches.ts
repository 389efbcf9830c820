import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { confirmFile, type FileRecord, recordFile } from '#cache/content-digest.ts'
import { filesIn } from '#build/files-in.ts'
import { cacheOf, isScaledPicture } from './scaled-pictures.ts'

/** Files of a workspace that any build may use again, by their paths in it, with slashes. */
export type CacheRecords = Record<string, FileRecord>

/** The site itself, which has a record of its own. */
const SITE = 'dist'
/** Whose files are checked by whoever reads them. */
const CHECKED = ['compressed']
/** Of these all files belong together; of the others, scaled pictures say, each stands for itself. */
const WHOLE = ['web-desk', 'sitemap']
/** Those that are filled when all pages are made. */
const LATER = ['web-desk', 'sitemap']
/** What Astro knows of the content. */
const DATA_STORE = 'data-store.json'

/** Takes away what Astro knows of the content where it is not, to the bit, what was recorded: Astro believes all of it. */
export function confirmDataStore(workspace: string, records: CacheRecords): void {
  const record = records[DATA_STORE]
  if (!record || !confirmFile(join(workspace, DATA_STORE), record, true))
    rmSync(join(workspace, DATA_STORE), { force: true })
}

/** Takes away of a workspace's caches what does not hold the bytes that were recorded: half of a file, or another's. */
export function confirmCaches(workspace: string, records: CacheRecords, reread = false): void {
  const isConfirmed = (file: string) => {
    const record = Object.hasOwn(records, file) ? records[file] : undefined
    return record !== undefined && confirmFile(join(workspace, file), record, reread) !== undefined
  }
  for (const name of cachesIn(workspace)) {
    const files = filesOf(workspace, name)
    if (!WHOLE.includes(name)) {
      for (const file of files) if (!isConfirmed(file)) rmSync(join(workspace, file))
    } else if (![...files, ...recordedIn(name, records)].every(isConfirmed)) {
      rmSync(join(workspace, name), { recursive: true })
    }
  }
}

function recordedIn(name: string, records: CacheRecords): string[] {
  return Object.keys(records).filter((file) => file.startsWith(`${name}/`))
}

/**
 * Takes away the scaled pictures that no page has any more.
 * @param pictures by their paths in the output
 * @param before what the caches were when the build began, since when it has only added to them
 * @returns the records of what is left
 */
export function pruneCaches(
  workspace: string,
  pictures: readonly string[],
  before: CacheRecords,
): CacheRecords {
  const named = new Set(pictures.map(cacheOf))
  const isUnnamed = (file: string) => isScaledPicture(file) && !named.has(file.replace(/\.json$/, ''))
  const files = cachesIn(workspace).flatMap((name) => filesOf(workspace, name))
  for (const file of files.filter(isUnnamed)) rmSync(join(workspace, file))
  const left = files.filter((file) => !isUnnamed(file))
  const recordedBefore = left.filter((file) => Object.hasOwn(before, file))
  return {
    ...Object.fromEntries(recordedBefore.map((file) => [file, before[file] as FileRecord])),
    ...recorded(workspace, [DATA_STORE, ...left.filter((file) => !Object.hasOwn(before, file))]),
  }
}

/** The records at the end of a build, by what they were when all pages were made. */
export function withLaterCaches(workspace: string, before: CacheRecords): CacheRecords {
  const isLater = (name = '') => LATER.includes(name)
  const earlier = Object.entries(before).filter(([file]) => !isLater(file.split('/')[0]))
  const later = cachesIn(workspace).filter(isLater)
  const files = later.flatMap((name) => filesOf(workspace, name))
  return { ...Object.fromEntries(earlier), ...recorded(workspace, files, before) }
}

/** @param before earlier records, of which those of unchanged files stay */
function recorded(workspace: string, files: readonly string[], before: CacheRecords = {}): CacheRecords {
  return Object.fromEntries(
    files.flatMap((file) => {
      const record = recordFile(join(workspace, file), before[file])
      return record ? [[file, record]] : []
    }),
  )
}

/** The names of a workspace's folders of caches that its manifest records. */
export function cachesIn(workspace: string): string[] {
  return readdirSync(workspace, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== SITE && !CHECKED.includes(entry.name))
    .map(({ name }) => name)
}

function filesOf(workspace: string, name: string): string[] {
  return filesIn(join(workspace, name)).map((file) => `${name}/${file}`)
}
