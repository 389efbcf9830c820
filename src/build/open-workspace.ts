import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cachesIn, confirmDataStore } from '#build/astro-internals/astro-caches.ts'
import type { PrebuiltFiles } from '#build/render/page-list.ts'
import type { Inspection } from './inspect-worker.ts'
import {
  type BuildManifest,
  identityOfManifest,
  readManifest,
  recordsOf,
  UNDER_WAY,
  writeManifest,
} from './manifest.ts'
import { type Confirmation, pruneExcept } from './prune.ts'
import { readParts, takeParts } from './shard-parts.ts'
import { askOnce } from './thread.ts'
import { type Workspace, workspaceWith } from './workspace.ts'

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
  return workspaceWith({ folder, before, fingerprint, prebuilt, left: identityOfManifest(folder) })
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
