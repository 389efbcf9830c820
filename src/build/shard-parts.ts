import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { confirmFile, type FileRecord, recordFile } from '#cache/content-digest.ts'
import { type FileIdentity, identityOf } from '#cache/file-identity.ts'
import { type BuildManifest, readManifest, recordsOf, UNDER_WAY } from './manifest.ts'
import { takeTime } from './publish/published-times.ts'

/** What a shard has left: a workspace with its share of the pages. */
interface Part {
  folder: string
  manifest: BuildManifest
}

/** What Astro knows of articles, the same in every part. */
const STORE = 'data-store.json'

/**
 * Reads what shards have left, and judges it.
 * @param folders absolute
 * @param fingerprint of the program and the newsroom of this build
 * @throws Error for a part of another program or newsroom, or one that is not as its shard left it
 */
export function readParts(folders: readonly string[], fingerprint: string): Part[] {
  const parts = folders.map((folder) => readPart(folder, fingerprint))
  // Pages name scripts and styles by their hashes.
  const assets = parts[0]?.manifest.assets.join()
  for (const { folder, manifest } of parts) {
    if (manifest.assets.join() !== assets) throw otherwiseMade(folder)
  }
  return parts
}

function readPart(folder: string, fingerprint: string): Part {
  const manifest = readManifest(folder)
  if (manifest.fingerprint === '' || existsSync(join(folder, UNDER_WAY))) {
    throw new Error(
      `${folder} is no part of a site, or of a build that was cut off. Put there what a build with SHARD has left.`,
    )
  }
  if (manifest.fingerprint !== fingerprint) throw otherwiseMade(folder)
  const changed = Object.entries(recordsOf(manifest)).find(
    ([file, record]) => !confirmFile(join(folder, 'dist', file), record),
  )
  if (changed) {
    throw new Error(
      `${join(folder, 'dist', changed[0])} is not as its shard left it: it is missing, or other bytes are in it. Carry the part here once more.`,
    )
  }
  return { folder, manifest }
}

function otherwiseMade(folder: string): Error {
  return new Error(
    `${folder} was made by another version of the program, of another newsroom or on another path. Make all parts from one commit, in a checkout on the same path and with the same NEWSROOM and OUT_DIR as here.`,
  )
}

/**
 * Puts the parts' pages and pictures into a workspace, in the place of its own.
 * @param own what the workspace has kept: of that its caches stay
 * @returns what it holds then
 */
export function takeParts(workspace: string, own: BuildManifest, parts: readonly Part[]): BuildManifest {
  const taken: BuildManifest = { ...own, assets: parts[0]?.manifest.assets ?? [], pages: {}, pictures: {} }
  const put = <Entry extends FileRecord>(folder: string, entries: Record<string, Entry>) =>
    mapValues(entries, (entry, file) => ({
      ...entry,
      identity: copy(join(folder, 'dist', file), join(workspace, 'dist', file)),
    }))
  for (const { folder, manifest } of parts) {
    Object.assign(taken.pages, put(folder, manifest.pages))
    Object.assign(taken.pictures, put(folder, manifest.pictures))
    const store = join(folder, STORE)
    if (existsSync(join(workspace, STORE)) || !existsSync(store)) continue
    copy(store, join(workspace, STORE))
    taken.caches = { ...taken.caches, [STORE]: recordFile(join(workspace, STORE)) as FileRecord }
  }
  return taken
}

function mapValues<From, To>(
  record: Record<string, From>,
  change: (value: From, key: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]))
}

/** With its time; the copy's identity. */
function copy(from: string, to: string): FileIdentity {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  takeTime(from, to)
  return identityOf(to) ?? ''
}
