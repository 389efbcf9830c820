import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type FileIdentity, identityFrom, identityOf } from '#cache/file-identity.ts'
import { statOf } from '#cache/stat-of.ts'
import {
  cachesIn,
  confirmDataStore,
  pruneCaches,
  withLaterCaches,
} from '#build/astro-internals/astro-caches.ts'
import type { Inspection } from './inspect-worker.ts'
import { type BuildManifest, readManifest, recordsOf, UNDER_WAY, writeManifest } from './manifest.ts'
import type { FileRecord } from '#cache/content-digest.ts'
import type { OutputFile } from '#build/analyse/analyser.ts'
import { PageList, type PrebuiltFiles } from '#build/render/page-list.ts'
import { type Confirmation, pruneExcept, removeFile } from './prune.ts'
import { cacheOf } from '#build/astro-internals/scaled-pictures.ts'
import { readParts, takeParts } from './shard-parts.ts'
import { askOnce } from './thread.ts'

/** Where a site is built, and where its pages stay for the next build. */
export interface Workspace {
  /** Astro's caches. */
  folder: string
  /** The built site. */
  dist: string
  /** From here on the pages are not those of one build, until `seal`. */
  begin(): void
  /** Takes the names of the scripts and styles, before any page is rendered. */
  useAssets(names: string[]): void
  /** The pages of this build. */
  pages: PageList
  /** The pages of the last build that lie in the output as it has left them. */
  before(): OutputFile[]
  /**
   * All pages are rendered. What the last build made and this one did not goes.
   * @param recordOf of a rendered file that was read already
   * @returns the files of all pages
   */
  seal(recordOf?: (file: string) => FileRecord | undefined): string[]
  /** After the seal, of a page or a picture. */
  identityOf(file: string): FileIdentity | undefined
  /** Identifies the folders into which the last builds of this workspace were copied. */
  readonly releases: readonly string[]
  /** Records that files got another time or name after the seal, and which folders are the releases now. */
  released(touched: readonly string[], releases: readonly string[]): void
  /** Removes what the next build would not use; returns how many pages are left. */
  strip(): number
}

export interface WorkspaceOptions {
  /** Of the program and the newsroom. */
  fingerprint: string
  /** Folders of the site that another step makes and keeps true, the search index say. */
  excluded?: readonly string[]
  /** Absolute folders that shards have left, whose pages take the place of its own. */
  parts?: readonly string[]
  /** What of the output need not be rendered. */
  prebuilt?: PrebuiltFiles | undefined
  /** Whether every byte is read again, though no file seems to have changed. */
  reread?: boolean
}

/** The folder for one output; all absolute. No name in it has a % in it, which Astro would read as a code. */
export function workspaceOf(output: string, root: string, workspaces: string): string {
  return join(workspaces, relative(root, output).replace(/[^\w.-]+/g, '_'))
}

/**
 * Opens the folder in which the last build has left its pages, and removes all else that it built. No page is trusted
 * where that build was cut off, was one of another program or newsroom, or has pages that were changed since; only
 * caches that are as they were left stay. A look through some ten thousand files takes a second: until this resolves,
 * everything but the site may be used.
 * @param folder absolute; created where it does not exist
 * @throws Error for parts that cannot be used
 */
export async function openWorkspace(
  folder: string,
  { fingerprint, excluded = [], parts: given = [], prebuilt, reread = false }: WorkspaceOptions,
): Promise<Workspace> {
  const parts = readParts(given, fingerprint)
  const dist = join(folder, 'dist')
  mkdirSync(dist, { recursive: true })
  const underWay = join(folder, UNDER_WAY)
  const last = readManifest(folder)
  const isFinished = !existsSync(underWay) && last.fingerprint === fingerprint
  // Astro reads it while the rest is looked through.
  confirmDataStore(folder, last.caches)
  if (!isFinished) empty(folder)
  const { isWhole, identities } = await inspect({ folder, excluded, reread })
  let before: BuildManifest = last
  if (isFinished && isWhole) takeIdentities(before, identities)
  else {
    before = { ...last, assets: [], pages: {}, pictures: {} }
    // By now the other files may be this build's.
    rmSync(dist, { recursive: true, force: true })
    mkdirSync(dist)
    // Should this build fail, the next one still knows the caches.
    writeManifest(folder, { ...before, fingerprint: '' })
  }
  if (parts.length > 0) {
    writeFileSync(underWay, '')
    before = takeParts(folder, { ...before, fingerprint }, parts)
    pruneExcept(dist, recordsOf(before), { excluded })
    writeManifest(folder, before)
    rmSync(underWay)
  }
  const pages = new PageList(before, folder, prebuilt)
  const recordedBefore = recordsOf(before)
  /** By the clock of the file system, which is not that of the process. */
  const now = () => {
    writeFileSync(underWay, '')
    return lstatSync(underWay).mtimeMs
  }
  let begunAt = 0
  /** Whether a recorded file is what an earlier build left. Its time may be one to come, as clocks are put back. */
  const isOlder = (file: string, sealedAt: number) => {
    const stat = statOf(join(dist, file))
    if (!stat?.isFile()) return false
    if (identityFrom(stat) === recordedBefore[file]?.identity) return true
    // Another name of it may have gone since.
    return stat.mtimeMs < begunAt || stat.mtimeMs > sealedAt
  }
  const manifest: BuildManifest = { ...before, fingerprint }
  const entryOf = (file: string) =>
    Object.hasOwn(manifest.pages, file) ? manifest.pages[file] : manifest.pictures[file]

  return {
    folder,
    dist,
    begin() {
      begunAt = now()
    },
    useAssets(names) {
      manifest.assets = names.toSorted()
      // A fresh page would go on naming files that are gone.
      if (manifest.assets.join() !== before.assets.join()) pages.trustNone()
    },
    pages,
    before: () => Object.entries(before.pages).map(([file, { identity }]) => ({ file, identity })),
    seal(recordOf) {
      Object.assign(manifest, pages.sealed(recordOf))
      manifest.caches = pruneCaches(folder, Object.keys(manifest.pictures), before.caches)
      const rendered = new Set(pages.rendered())
      const sealedAt = now()
      for (const file of Object.keys(recordedBefore)) {
        // What is newer was written by something else in this build.
        if (!entryOf(file) && !rendered.has(file) && isOlder(file, sealedAt)) removeFile(dist, file)
      }
      writeManifest(folder, manifest)
      rmSync(underWay, { force: true })
      return pages.files().map(({ file }) => file)
    },
    identityOf: (file) => entryOf(file)?.identity,
    releases: before.releases,
    released(touched, releases) {
      const unchanged = [manifest.releases, manifest.caches]
      // In one order, as the two take turns.
      manifest.releases = releases.toSorted()
      const recorded = touched.filter(
        (file) => entryOf(file) || Object.hasOwn(manifest.caches, cacheOf(file)),
      )
      for (const file of recorded) {
        const identity = identityOf(join(dist, file))
        const [entry, cache] = [entryOf(file), cacheOf(file)]
        if (identity === undefined) continue
        if (entry) entry.identity = identity
        const scaled = Object.hasOwn(manifest.caches, cache) ? manifest.caches[cache] : undefined
        if (scaled) manifest.caches[cache] = { ...scaled, identity }
      }
      manifest.caches = withLaterCaches(folder, manifest.caches)
      const isSame =
        recorded.length === 0 && isDeepStrictEqual(unchanged, [manifest.releases, manifest.caches])
      if (!isSame) writeManifest(folder, manifest)
    },
    strip() {
      pruneExcept(dist, recordsOf(manifest))
      return Object.keys(manifest.pages).length
    },
  }
}

/** Files that were copied about, or have another name by now, are known by their bytes, and by this from now on. */
function takeIdentities({ pages, pictures }: BuildManifest, identities: Confirmation['identities']): void {
  for (const [file, identity] of Object.entries(identities)) {
    const entry = pages[file] ?? pictures[file]
    if (entry) entry.identity = identity
  }
}

function inspect(inspection: Inspection): Promise<Confirmation> {
  return askOnce(new URL('./inspect-worker.ts', import.meta.url), inspection)
}

/** All but the caches, and what the loss of pages is seen by. */
function empty(folder: string): void {
  const caches = [...cachesIn(folder), 'compressed', 'facts', 'manifest']
  for (const name of readdirSync(folder)) {
    if (!caches.includes(name)) rmSync(join(folder, name), { recursive: true })
  }
  mkdirSync(join(folder, 'dist'))
}
