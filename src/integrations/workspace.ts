import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { cachesIn, keepCaches, leaveCaches, withLaterCaches } from './kept-caches.ts'
import {
  isStamp,
  keepOnly,
  type Kept,
  readKept,
  removePage,
  type Stamp,
  stampOf,
  stampsOf,
  UNDER_WAY,
  writeKept,
} from './kept.ts'
import type { Inspection } from './inspect-worker.ts'
import { PageList, type ReadyFiles } from './page-list.ts'
import { takePublishedTimes } from './published-times.ts'
import { cacheOf } from './scaled-pictures.ts'
import { readParts, takeParts } from './shard-parts.ts'
import type { PageRecord } from './stale-pages.ts'
import { askOnce } from './thread.ts'

/** Where a site is built, and where its pages stay for the next build. */
export interface Workspace {
  /** Astro's caches. */
  folder: string
  /** The built site. */
  dist: string
  /** From here on the pages are not those of one build, until `seal`. */
  begin(): void
  /** Names of the scripts and styles, told before any page is made. */
  useAssets(names: string[]): void
  /** Which pages need not be made, and which are. */
  record: PageRecord
  /**
   * All pages are made. What the last build made and this one did not goes.
   * @param published the site that was published last
   * @returns the files of all pages
   */
  seal(published: string): string[]
  /** After the seal, of a page or a picture: how it lies there. */
  stampOf(file: string): Stamp | undefined
  /** The folders into which the last builds here were copied, by what tells them from others. */
  readonly releases: readonly string[]
  /** Tells that files were given another time after the seal, and what the releases are now. */
  released(retimed: string[], releases: string[]): void
  /** Takes away what the next build would not keep; returns how many pages that leaves. */
  strip(): number
}

export interface WorkspaceOptions {
  /** Names program and newsroom. */
  madeBy: string
  /** Folders of the site that others make and keep true, the search index say. */
  apart?: readonly string[]
  /** Absolute folders that shards have left, whose pages take the place of its own. */
  parts?: readonly string[]
  /** What of the output need not be made. */
  ready?: ReadyFiles | undefined
}

/** The folder for one output; all absolute. No name in it has a % in it, which Astro would read as a code. */
export function workspaceOf(output: string, root: string, workspaces: string): string {
  return join(workspaces, relative(root, output).replace(/[^\w.-]+/g, '_'))
}

/**
 * Opens the folder in which the last build has left its pages. All else that
 * it built is taken away, to be made anew. Where that build was cut off, was
 * made by another program or of another newsroom, or its pages were touched
 * since, nothing of it is trusted but caches that are as they were left. To look
 * through some ten thousand files takes a second, for which the site must not be
 * waited for: until this resolves, all but the site may be used.
 * @param folder absolute; made where it is not there
 * @throws Error for parts that cannot be used
 */
export async function openWorkspace(
  folder: string,
  { madeBy, apart = [], parts: given = [], ready }: WorkspaceOptions,
): Promise<Workspace> {
  const parts = readParts(given, madeBy)
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  const underWay = join(folder, UNDER_WAY)
  const last = readKept(folder)
  const isFinished = !existsSync(underWay) && last.madeBy === madeBy
  if (!isFinished) {
    keepCaches(folder, last.caches)
    empty(folder)
  }
  const isWhole = isFinished && (await inspect({ folder, apart }))
  let before: Kept = isWhole ? last : { ...last, assets: [], pages: {}, pictures: {} }
  if (!isWhole) {
    // By now the other files may be this build's.
    rmSync(dist, { recursive: true })
    mkdirSync(dist)
    // Should this build fail, the next one still knows the caches.
    writeKept(folder, { ...before, madeBy: '' })
  }
  if (parts.length > 0) {
    writeFileSync(underWay, '')
    before = takeParts(folder, { ...before, madeBy }, parts)
    keepOnly(dist, stampsOf(before), apart)
    writeKept(folder, before)
    rmSync(underWay)
  }
  const pages = new PageList(before, folder, ready)
  const kept: Kept = { ...before, madeBy }
  const entryOf = (file: string) => (Object.hasOwn(kept.pages, file) ? kept.pages[file] : kept.pictures[file])

  return {
    folder,
    dist,
    begin: () => writeFileSync(underWay, ''),
    useAssets(names) {
      kept.assets = names.toSorted()
      // A page that is kept would go on naming files that are gone.
      if (kept.assets.join() !== before.assets.join()) pages.trustNone()
    },
    record: pages,
    seal(published) {
      takePublishedTimes(dist, published, pages.made())
      Object.assign(kept, pages.sealed())
      kept.caches = leaveCaches(folder, Object.keys(kept.pictures), before.caches)
      for (const last of [before.pages, before.pictures]) {
        for (const file of Object.keys(last)) {
          // What has another stamp was written by something else in this build.
          if (!entryOf(file) && isStamp(stampOf(join(dist, file)), last[file]?.stamp)) removePage(dist, file)
        }
      }
      writeKept(folder, kept)
      rmSync(underWay, { force: true })
      return pages.files()
    },
    stampOf: (file) => entryOf(file)?.stamp,
    releases: before.releases,
    released(retimed, releases) {
      const told = [kept.releases, kept.caches]
      // In one order, as the two take turns.
      kept.releases = releases.toSorted()
      const recorded = retimed.filter((file) => entryOf(file) || Object.hasOwn(kept.caches, cacheOf(file)))
      for (const file of recorded) {
        const entry = entryOf(file)
        const stamp = entry && stampOf(join(dist, file))
        if (stamp) entry.stamp = stamp
        const cache = cacheOf(file)
        if (stamp && Object.hasOwn(kept.caches, cache)) kept.caches[cache] = stamp
      }
      kept.caches = withLaterCaches(folder, kept.caches)
      const isTold = recorded.length === 0 && isDeepStrictEqual(told, [kept.releases, kept.caches])
      if (!isTold) writeKept(folder, kept)
    },
    strip() {
      keepOnly(dist, stampsOf(kept))
      return Object.keys(kept.pages).length
    },
  }
}

function inspect(inspection: Inspection): Promise<boolean> {
  return askOnce(new URL('./inspect-worker.ts', import.meta.url), inspection)
}

/** All but the caches. */
function empty(folder: string): void {
  const caches = cachesIn(folder)
  for (const name of readdirSync(folder)) {
    if (!caches.includes(name)) rmSync(join(folder, name), { recursive: true })
  }
  mkdirSync(join(folder, 'dist'))
}
