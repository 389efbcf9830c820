import { existsSync, lstatSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type FileIdentity, identityFrom, identityOf } from '#cache/file-identity.ts'
import { statOf } from '#cache/stat-of.ts'
import { pruneCaches, withLaterCaches } from '#build/astro-internals/astro-caches.ts'
import { type BuildManifest, identityOfManifest, recordsOf, UNDER_WAY, writeManifest } from './manifest.ts'
import type { FileRecord } from '#cache/content-digest.ts'
import type { OutputFile } from '#build/analyse/analyser.ts'
import { PageList, type PrebuiltFiles } from '#build/render/page-list.ts'
import { pruneExcept, removeFile } from './prune.ts'
import { cacheOf } from '#build/astro-internals/scaled-pictures.ts'

/** Where a site is built, and where its pages stay for the next build. */
export interface Workspace {
  /** Astro's caches. */
  folder: string
  /** The built site. */
  dist: string
  /** Of the program and the newsroom that build in it now. */
  fingerprint: string
  /** From here on the pages are not those of one build, until `seal`. */
  begin(): void
  /** Takes the names of the scripts and styles, before any page is rendered. */
  useAssets(names: string[]): void
  /** The pages of this build. */
  pages: PageList
  /** Whether a file of the output is a page or a picture that the last build has left. */
  isLeft(file: string): boolean
  /** The pages of the last build that lie in the output as it has left them. */
  before(): OutputFile[]
  /**
   * All pages are rendered. What the last build made and this one did not goes.
   * @param recordOf of a rendered file that was read already
   * @param isNamed whether a file that was read names a picture, by its path in the output
   * @returns the files of all pages
   */
  seal(recordOf?: (file: string) => FileRecord | undefined, isNamed?: (picture: string) => boolean): string[]
  /** After the seal, of a page or a picture. */
  identityOf(file: string): FileIdentity | undefined
  /** Identifies the folders into which the last builds of this workspace were copied, and this one once it is published. */
  readonly releases: readonly string[]
  /**
   * Records that files got another time or name after the seal, and which folders are the releases now.
   * @param isWritten whether another process has to know it: else it knows such files by their bytes
   */
  released(touched: readonly string[], releases: readonly string[], isWritten?: boolean): void
  /** Removes what the next build would not use; returns how many pages are left. */
  strip(): number
  /**
   * The same folder for the next build of this process, which need not look at its files again.
   * @throws WorkspaceChanged where another build was in it since, or this one was cut off while it rendered
   */
  again(prebuilt: PrebuiltFiles): Workspace
}

/** The folder for one output; all absolute. No name in it has a % in it, which Astro would read as a code. */
export function workspaceOf(output: string, root: string, workspaces: string): string {
  return join(workspaces, relative(root, output).replace(/[^\w.-]+/g, '_'))
}

/** What is known of a workspace whose files were looked at. */
interface ConfirmedWorkspace {
  folder: string
  /** What it holds, and what caches it has. */
  before: BuildManifest
  /** Of the program and the newsroom that build in it now. */
  fingerprint: string
  prebuilt: PrebuiltFiles | undefined
  /** Of the manifest that lies in it. */
  left: FileIdentity | undefined
}

/** Something was done in a workspace that a build in this process does not know of. */
class WorkspaceChanged extends Error {
  override name = 'WorkspaceChanged'
}

export function workspaceWith({
  folder,
  before,
  fingerprint,
  prebuilt,
  left,
}: ConfirmedWorkspace): Workspace {
  const dist = join(folder, 'dist')
  const underWay = join(folder, UNDER_WAY)
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
  let written = left
  /** Whether the manifest knows more here than in its file. */
  let isAhead = false
  const write = () => {
    writeManifest(folder, manifest)
    written = identityOfManifest(folder)
    isAhead = false
  }
  const entryOf = (file: string) =>
    Object.hasOwn(manifest.pages, file) ? manifest.pages[file] : manifest.pictures[file]

  return {
    folder,
    dist,
    fingerprint,
    begin() {
      begunAt = now()
    },
    useAssets(names) {
      manifest.assets = names.toSorted()
      // A fresh page would go on naming files that are gone.
      if (manifest.assets.join() !== before.assets.join()) pages.trustNone()
    },
    pages,
    isLeft: (file) => Object.hasOwn(recordedBefore, file),
    before: () => Object.entries(before.pages).map(([file, { identity }]) => ({ file, identity })),
    seal(recordOf, isNamed) {
      Object.assign(manifest, pages.sealed(recordOf, isNamed))
      manifest.caches = pruneCaches(folder, Object.keys(manifest.pictures), before.caches)
      const rendered = new Set(pages.rendered())
      const sealedAt = now()
      for (const file of Object.keys(recordedBefore)) {
        // What is newer was written by something else in this build.
        if (!entryOf(file) && !rendered.has(file) && isOlder(file, sealedAt)) removeFile(dist, file)
      }
      write()
      rmSync(underWay, { force: true })
      return pages.files().map(({ file }) => file)
    },
    identityOf: (file) => entryOf(file)?.identity,
    get releases() {
      return manifest.releases
    },
    released(touched, releases, isWritten = true) {
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
      isAhead ||= !isWritten
      if (!isWritten) return
      const isSame =
        !isAhead &&
        recorded.length === 0 &&
        isDeepStrictEqual(unchanged, [manifest.releases, manifest.caches])
      if (!isSame) write()
    },
    strip() {
      pruneExcept(dist, recordsOf(manifest))
      return Object.keys(manifest.pages).length
    },
    again(prebuilt) {
      if (existsSync(underWay) || written === undefined || identityOfManifest(folder) !== written)
        throw new WorkspaceChanged(`Another build has changed ${folder}.`)
      return workspaceWith({ folder, before: manifest, fingerprint, prebuilt, left: written })
    },
  }
}
