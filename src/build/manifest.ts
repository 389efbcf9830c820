import { cacheValue } from '#cache/caches.ts'
import type { FileRecord } from '#cache/content-digest.ts'
import type { FileIdentity } from '#cache/file-identity.ts'

/** What a build leaves in its workspace for the next one, and by which that can tell that it is whole. */
export interface BuildManifest {
  /** Of the program and the newsroom: pages of another are stale. */
  fingerprint: string
  /** Scripts and styles, which pages name by their hashes. */
  assets: string[]
  /** Pages with a cache key, by their paths in the output. */
  pages: Record<string, Page>
  /** The scaled pictures that any page names, by their paths in the output. */
  pictures: Record<string, Picture>
  /** Identifies the folders to which this workspace was published. */
  releases: string[]
  /** What any build may use again, scaled pictures say, by their paths in the workspace. */
  caches: Record<string, FileRecord>
}

export interface Page extends FileRecord {
  /** Of all that makes it what it is, but the program. */
  key: string
  /** What it names of `pictures`. */
  pictures: string[]
  /** Files that it names as they are, by their paths on disk. */
  unscaled: string[]
}

export interface Picture extends FileRecord {
  /** The copy in the output of what it was scaled from. */
  original: string
  /** What it was scaled from, by its path on disk. */
  source: string
}

/** A file that is there while the workspace is being changed, and after a build that was cut off then. */
export const UNDER_WAY = 'under-way'
const EMPTY: BuildManifest = {
  fingerprint: '',
  assets: [],
  pages: {},
  pictures: {},
  releases: [],
  caches: {},
}

/** An empty one where there is none, or one that is damaged. */
export function readManifest(workspace: string): BuildManifest {
  return cacheValue<BuildManifest>('manifest', workspace).read() ?? EMPTY
}

/** @throws what the file system says where it cannot be written */
export function writeManifest(workspace: string, manifest: BuildManifest): void {
  cacheValue<BuildManifest>('manifest', workspace).mustWrite(manifest)
}

/** Tells the manifest of a workspace from any other that was there before. */
export function identityOfManifest(workspace: string): FileIdentity | undefined {
  return cacheValue<BuildManifest>('manifest', workspace).identity()
}

/** The files of the output that a manifest records. */
export function recordsOf({
  pages,
  pictures,
}: Pick<BuildManifest, 'pages' | 'pictures'>): Record<string, FileRecord> {
  return { ...pages, ...pictures }
}
